// Starts the page: what it may not do, styles, address, engine, last work, and the first drawing.
// The first import of all takes away what nothing that comes later shall have.
import "./offline/walls";
import { render } from "preact";
import { App } from "./app";
import { stayHere } from "./offline/stay";
import { admitOwnScripts } from "./offline/trusted";
import { startVisit } from "./offline/visit";
import { startKeeping } from "./state/autosave";
import { followOtherTabs } from "./state/forget";
import { rememberSource, reportInside } from "./state/one-file";
import { projectFile, startProject } from "./state/project";
import { followAddress, replaceAddress } from "./state/route";
import { warmUp } from "./warm-up";
import "./ui/styles.css";
import "./frame/frame.css";
import "./ingest/data-page.css";
import "./methods/methods.css";
import "./offline/offline.css";
import "./report/sheet.css";
import "./share/share.css";

admitOwnScripts();
stayHere();
rememberSource();
followAddress(window);
followOtherTabs();
const inside = reportInside();
if (inside) {
  projectFile.value = inside;
  replaceAddress("#/shared");
}
void startProject().then(warmUp).then(startVisit);
// A page that brings its report along has its work inside itself.
if (!inside) void startKeeping();
const root = document.querySelector("#app");
if (root) render(<App />, root);

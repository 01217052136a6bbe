// Starts the page: styles, address, engine, and the first drawing.
import { render } from "preact";
import { App } from "./app";
import { startProject } from "./state/project";
import { followAddress } from "./state/route";
import { warmUp } from "./warm-up";
import "./ui/styles.css";
import "./frame/frame.css";
import "./ingest/data-page.css";
import "./methods/methods.css";
import "./report/sheet.css";
import "./share/share.css";

followAddress(window);
void startProject().then(warmUp);
const root = document.querySelector("#app");
if (root) render(<App />, root);

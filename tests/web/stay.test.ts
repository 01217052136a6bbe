// Where the page may go, and which addresses may become a script.
import { expect, test } from "vitest";
import { stays } from "../../web/src/offline/stay";
import { isOwnBlob } from "../../web/src/offline/trusted";

const page = "https://host.example/outlay/";

test.each([page, `${page}#/privacy`])("%s is this page", (address) => {
  expect(stays(address, page, false)).toBe(true);
});

test.each(["blob:https://host.example/1", "data:text/plain,x"])("%s is saved, and no page", (address) => {
  expect(stays(address, page, true)).toBe(true);
  expect(stays(address, page, false)).toBe(false);
});

test.each([
  "https://host.example/",
  "https://host.example/outlay/?leak=1",
  "https://other.example/",
  "mailto:a@b.example",
  "",
])("%s is another", (address) => {
  expect(stays(address, page, false)).toBe(false);
  expect(stays(address, page, true)).toBe(false);
});

test("only blobs of this origin become scripts", () => {
  expect(isOwnBlob("blob:https://host.example/1", "https://host.example")).toBe(true);
  expect(isOwnBlob("blob:null/1", "null")).toBe(true);
  expect(isOwnBlob("blob:https://host.example.evil/1", "https://host.example")).toBe(false);
  expect(isOwnBlob("https://host.example/x.js", "https://host.example")).toBe(false);
});

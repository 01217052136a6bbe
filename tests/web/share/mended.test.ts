// Links that chat and mail programs changed on the way: mended where what they did is known, and never taken for a page.
import { describe, expect, it } from "vitest";
import { linkIn, parseRoute, sharedPage } from "../../../web/src/state/route";

const link = "#d1.aZ09_-xY";

describe("a link that was changed on the way", () => {
  it.each([
    link,
    `${link}.`,
    `${link}).`,
    `${link}>`,
    `${link}%3E`,
    `${link}%22`,
    `${link}\u2026`,
    `${link}=`,
    `${link}?utm_source=chat`,
    `${link}&fbclid=1`,
    "#d1%2EaZ09%5F%2DxY",
    "#d1.aZ0%0A9_-xY",
    "#d1.aZ0\n  9_-xY",
    "#d1.aZ0\u200b9_-xY",
    "#d1.aZ0%E2%80%8B9_-xY",
    "#%3Cd1.aZ09_-xY%3E",
  ])("%j is mended", (hash) => {
    expect(linkIn(hash)).toBe(link);
    expect(parseRoute(hash)).toEqual({ page: sharedPage, view: {} });
  });

  it.each(["#d1.", "#d1.%", "#d1.aZ%9", "#d1.a+b/c", "#d1.."])("%j is still a link, to be refused", (hash) => {
    expect(linkIn(hash)).not.toBe("");
    expect(parseRoute(hash).page).toBe(sharedPage);
  });

  it.each(["", "#", "#/", "#/scoring/adsets?table=x", "#/methods/d1.x", "#d1", "#%"])("%j is no link", (hash) => {
    expect(linkIn(hash)).toBe("");
  });
});

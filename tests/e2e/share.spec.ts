// A result travels in a link or a file: sent, opened in a fresh profile, locked, with names and money left out, damaged.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import {
  sharedBanner as banner,
  cli,
  copyLink,
  shareDialog as dialog,
  drop,
  dropBytes,
  headline,
  keptWork,
  openShareDialog as openDialog,
  openSample,
  parameter,
  samplePath,
  setParameter,
  shown,
} from "./app";

/** A row under the names and in the order in which the roles of the sample travel. */
async function columnsBehind(page: Page): Promise<string> {
  const roles = Object.keys(JSON.parse(cli("run", "scoring/adsets", samplePath)).inputs.performance.roles);
  const value = (role: string) => ({ week_start: "2026-11-16", adset_id: "X9", channel: "Mine" })[role] ?? "900000";
  expect(page.url()).toContain("scoring/adsets");
  return `${roles.join(",")}\n${roles.map(value).join(",")}\n`;
}

test("a link opened in a fresh profile shows the same, and says where it is from", async ({
  page,
  context,
  browser,
}) => {
  await openSample(page);
  const before = await shown(page);
  await openDialog(page);
  await dialog(page).getByLabel("Title").fill("For Monday");
  await dialog(page)
    .getByLabel(/What you want to say/)
    .fill("Look at TikTok <b>first</b>");
  // Over 16,000 characters the longest table stays behind unless it is asked for.
  await dialog(page)
    .getByLabel(/^Adsets \(/)
    .check();
  const link = await copyLink(page, context);
  expect(link).toMatch(/#d1\.[\w-]+$/);
  const fresh = await browser.newContext({ locale: "en-US" });
  const reader = await fresh.newPage();
  const errors: string[] = [];
  reader.on("pageerror", (error) => errors.push(error.message));
  await reader.goto(link);
  await expect(banner(reader).getByRole("heading", { name: "For Monday" })).toBeVisible();
  await expect(banner(reader).getByText("Look at TikTok <b>first</b>")).toBeVisible();
  await expect(banner(reader).getByText(/not sent to anyone/)).toBeVisible();
  expect(await shown(reader)).toEqual(before);
  await expect(reader.getByRole("button", { name: "Parameters" })).toHaveCount(0);
  // Another tab of the tables keeps the link in the address.
  await reader.getByRole("tab", { name: /Channels/ }).click();
  await expect(reader.getByRole("grid").first().getByText("TikTok")).toBeVisible();
  expect(reader.url()).toBe(link);
  const download = reader.waitForEvent("download");
  await reader.getByRole("button", { name: "Take it away" }).click();
  await reader.getByRole("menuitem", { name: "CSV: Channels" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain("TikTok");
  await reader.getByRole("link", { name: "Use your own data" }).click();
  await expect(reader.getByText("Drop your ad exports")).toBeVisible();
  expect(errors).toEqual([]);
  await fresh.close();
});

test("names and money stay behind when they are left out", async ({ page, context, browser }) => {
  await openSample(page);
  await openDialog(page);
  await dialog(page)
    .getByLabel(/Leave out names/)
    .check();
  await dialog(page)
    .getByLabel(/Leave out money/)
    .check();
  const link = await copyLink(page, context);
  const fresh = await browser.newContext({ locale: "en-US" });
  const reader = await fresh.newPage();
  await reader.goto(link);
  await expect(headline(reader)).toBeVisible();
  await expect(banner(reader).getByText(/Names were left out.*Money was left out/)).toBeVisible();
  const text = await reader.locator("main").innerText();
  expect(text).not.toMatch(/TikTok|PMAX|Prospecting|\$/);
  expect(text).toMatch(/Channel [A-E]/);
  await fresh.close();
});

test("a passphrase locks a link, and the wrong one opens nothing", async ({ page, context, browser }) => {
  await openSample(page);
  const said = (await headline(page).textContent()) ?? "";
  await openDialog(page);
  await dialog(page)
    .getByLabel(/Passphrase/)
    .fill("correct horse");
  const link = await copyLink(page, context);
  expect(link).toMatch(/#e1\.[\w-]+$/);
  const fresh = await browser.newContext({ locale: "en-US" });
  const reader = await fresh.newPage();
  await reader.goto(link);
  await expect(reader.getByRole("heading", { name: "This report is locked" })).toBeVisible();
  await reader.getByLabel("Passphrase").fill("Correct horse");
  await reader.getByRole("button", { name: "Open" }).click();
  await expect(reader.getByRole("alert")).toContainText("passphrase is not the one");
  await reader.getByLabel("Passphrase").fill("correct horse");
  await reader.keyboard.press("Enter");
  await expect(headline(reader)).toHaveText(said);
  await fresh.close();
});

test("a project file with its data opens by drop, and its parameters can be changed", async ({ page, browser }) => {
  await openSample(page);
  const before = await shown(page);
  await openDialog(page);
  await dialog(page)
    .getByLabel(/Put the data into the file/)
    .check();
  const download = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Save project file" }).click();
  const saved = readFileSync(await (await download).path());
  const fresh = await browser.newContext({ locale: "en-US" });
  const reader = await fresh.newPage();
  await reader.goto("./");
  await expect(reader.getByText("Drop your ad exports")).toBeVisible();
  // Data of the reader's own with the columns of the report: it is not to be read together with it.
  await drop(reader, { name: "mine.csv", text: await columnsBehind(page) });
  await expect(reader.getByRole("region", { name: "mine.csv" })).toBeVisible();
  await dropBytes(reader, saved, "scoring.outlay");
  expect(await shown(reader)).toEqual(before);
  await expect(banner(reader).getByText(/You can change its parameters/)).toBeVisible();
  // It is kept like other work: a reload opens it again.
  await expect.poll(async () => (await keptWork(reader))?.project).toBeTruthy();
  await reader.reload();
  expect(await shown(reader)).toEqual(before);
  await setParameter(reader, /dead zone/i, "0.5");
  await expect(headline(reader)).not.toHaveText(before[0] ?? "");
  // So is what its reader changed.
  const changed = await headline(reader).innerText();
  await expect.poll(async () => (await keptWork(reader))?.reading?.params).toMatchObject({ dead_zone: 0.5 });
  await reader.reload();
  await expect(headline(reader)).toHaveText(changed);
  await expect(await parameter(reader, /dead zone/i)).toHaveValue("0.5");
  // Opened anew, it is as it was sent.
  await reader.keyboard.press("Escape");
  await dropBytes(reader, saved, "scoring.outlay");
  await expect(headline(reader)).toHaveText(before[0] ?? "");
  saved[saved.length >> 1] = (saved[saved.length >> 1] ?? 0) ^ 4;
  await dropBytes(reader, saved, "scoring.outlay");
  await expect(reader.getByRole("alert")).toContainText("damaged");
  await fresh.close();
});

test("damaged, newer and foreign links are refused in words", async ({ page }) => {
  const cases: [string, RegExp][] = [
    ["#d1.AAAA", /damaged/],
    ["#d1.", /damaged/],
    ["#d1.<img src=x onerror=alert(1)>", /damaged/],
    ["#d9.AAAA", /newer Outlay/],
  ];
  for (const [hash, words] of cases) {
    await page.goto("about:blank");
    await page.goto(`./${hash}`);
    await expect(page.getByRole("alert")).toContainText(words);
  }
});

test("the next link never stands under the report that was open before, not for a frame", async ({ page, context }) => {
  await openSample(page);
  const links: string[] = [];
  for (const title of ["The first", "The second"]) {
    await openDialog(page);
    await dialog(page).getByLabel("Title").fill(title);
    links.push((await copyLink(page, context)).replace(/^[^#]*/, ""));
    await page.keyboard.press("Escape");
  }
  const [first = "", second = ""] = links;
  await page.goto("about:blank");
  // As a chat program sends it: in brackets, with a line break in it, at the end of a sentence.
  await page.goto(`./#%3C${first.slice(1, 60)}%0D%0A${first.slice(60)}%3E.`);
  await expect(banner(page).getByRole("heading", { name: "The first" })).toBeVisible();
  const painted = await page.evaluate(async (hash) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moved = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    await frame();
    location.hash = hash;
    await moved;
    await frame();
    return document.querySelector(".reading-banner h2")?.textContent ?? "";
  }, second);
  expect(painted).not.toBe("The first");
  await expect(banner(page).getByRole("heading", { name: "The second" })).toBeVisible();
});

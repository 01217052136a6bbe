// What was being worked on is there again after a reload or a crash, questions unanswered and all; and gone once forgotten.
import { expect, type Page, test } from "@playwright/test";
import { drop, headline, keptFiles, keptWork, left, parameter, sampleText, scoreDropped, setParameter } from "./app";
import { host } from "./builds";

const region = (page: Page, name: string) => page.getByRole("region", { name });
const landing = (page: Page) => expect(page.getByText("Drop your ad exports")).toBeVisible();

/** The smallest table that counts as an export. */
const small = (k: number) => `week_start,adset_id,spend\n2024-01-01,a,${k}\n`;

test("a page that crashes comes back with its files, its parameters and its place", async ({ page }) => {
  const site = await host();
  await page.goto(site.address);
  await landing(page);
  await drop(page, { name: "mine.csv", text: sampleText() });
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
  await setParameter(page, /dead zone/i, "0.5");
  await page.getByRole("tab", { name: /Channels/ }).click();
  await expect(page.getByText("Updating")).toHaveCount(0);
  const said = await headline(page).innerText();
  await expect.poll(async () => (await keptWork(page))?.address).toContain("channels");
  const tools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void tools.send("Page.crash").catch(() => undefined);
  await crashed;
  const again = await page.context().newPage();
  await again.goto(site.address);
  await expect(headline(again)).toHaveText(said);
  await expect(again.getByRole("tab", { name: /Channels/ })).toHaveAttribute("aria-selected", "true");
  await expect(await parameter(again, /dead zone/i)).toHaveValue("0.5");
  await site.close();
});

test("a file that was taken away stays away", async ({ page }) => {
  await page.goto("./");
  await landing(page);
  await drop(page, { name: "one.csv", text: small(1) }, { name: "two.csv", text: small(2) });
  await expect(region(page, "two.csv")).toBeVisible();
  await region(page, "one.csv")
    .getByRole("button", { name: /Remove/ })
    .first()
    .click();
  await expect(region(page, "one.csv")).toHaveCount(0);
  await keptFiles(page, 1);
  await page.reload();
  await expect(region(page, "two.csv")).toBeVisible();
  await expect(region(page, "one.csv")).toHaveCount(0);
});

test("a file that is asked about is there again, with its question and with what was answered", async ({ page }) => {
  await page.goto("./");
  await landing(page);
  const lines = ["Day,Ad set,Amount,Kind", "01/02/2026,a,5,x", "03/04/2026,b,6,y", "05/06/2026,c,7,x"];
  await drop(page, { name: "unclear.csv", text: `${lines.join("\n")}\n` });
  const question = page.getByRole("group", { name: /^Which day is/ });
  await expect(question).toBeVisible();
  await keptFiles(page, 1);
  await page.reload();
  await expect(question).toBeVisible();
  await question.getByRole("button").first().click();
  await expect(question).toHaveCount(0);
  // One column is mapped, and the table is still not enough for anything.
  const column = page.getByRole("combobox", { name: /^Column for/ }).last();
  await column.selectOption("Kind");
  const label = (await column.getAttribute("aria-label")) ?? "";
  await expect.poll(async () => Object.keys((await keptWork(page))?.settings.mappings ?? {}).length).toBe(1);
  const tools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void tools.send("Page.crash").catch(() => undefined);
  await crashed;
  const again = await page.context().newPage();
  await again.goto("./");
  await expect(region(again, "unclear.csv").getByText("as you answered")).toBeVisible();
  await expect(again.getByLabel(label)).toHaveValue("Kind");
});

/** How often the work was opened since it went well; told, or as it is to be. */
const tries = (page: Page, told?: number) =>
  page.evaluate(async (set) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => {
        request.onsuccess = () => done(request.result);
      });
    const db = await settled(indexedDB.open("outlay"));
    const work = db.transaction("work", "readwrite").objectStore("work");
    if (set !== undefined) await settled(work.put(set, "tries"));
    const now: number = await settled(work.get("tries"));
    db.close();
    return now;
  }, told);

test("while the person is asked whether to open the last files again, those and newer ones are kept", async ({
  page,
}) => {
  await page.goto("./");
  await landing(page);
  await drop(page, { name: "first.csv", text: small(1) });
  await keptFiles(page, 1);
  const asked = page.locator(".self-note").filter({ hasText: "Twice the page ended" });
  await tries(page, 2);
  await page.reload();
  await expect(asked).toBeVisible();
  await drop(page, { name: "second.csv", text: small(2) });
  await page.getByLabel("Currency", { exact: true }).selectOption("EUR");
  await keptFiles(page, 2);
  await expect.poll(async () => (await keptWork(page))?.settings.currency).toBe("EUR");
  await page.reload();
  await expect(asked).toBeVisible();
  await expect(region(page, "second.csv")).toHaveCount(0);
  await asked.getByRole("button", { name: "Open them again" }).click();
  for (const name of ["first.csv", "second.csv"]) await expect(region(page, name)).toBeVisible();
  await expect(asked).toHaveCount(0);
  await expect.poll(() => tries(page)).toBe(0);
  await page.reload();
  for (const name of ["first.csv", "second.csv"]) await expect(region(page, name)).toBeVisible();
  await expect.poll(() => tries(page)).toBe(0);
  await tries(page, 2);
  await page.reload();
  await asked.getByRole("button", { name: "Leave them out" }).click();
  await keptFiles(page, 0);
});

test("a second tab leaves the work to the first", async ({ page, context }) => {
  await page.goto("./");
  await landing(page);
  await drop(page, { name: "first.csv", text: small(1) });
  await keptFiles(page, 1);
  const second = await context.newPage();
  await second.goto("./");
  await drop(second, { name: "second.csv", text: small(2) });
  await expect(second.locator(".self-note")).toContainText("open in another tab");
  await expect(region(second, "first.csv")).toHaveCount(0);
  await second.close();
  await page.reload();
  await expect(region(page, "first.csv")).toBeVisible();
  await expect(region(page, "second.csv")).toHaveCount(0);
});

test("a full disk is told in words, and the work goes on", async ({ page, baseURL }) => {
  await page.goto("./");
  await landing(page);
  const tools = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  await tools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 200_000 });
  await drop(page, { name: "mine.csv", text: sampleText() });
  await expect(page.locator(".self-note")).toContainText("no room left");
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
  await tools.send("Storage.overrideQuotaForOrigin", { origin });
  await page.goto("./#/");
  await drop(page, { name: "small.csv", text: small(1) });
  await expect(page.locator(".self-note")).toHaveCount(0);
  await keptFiles(page, 2);
  await page.reload();
  await expect(region(page, "mine.csv")).toBeVisible();
});

test("forget everything leaves nothing behind, and nothing comes back", async ({ page }) => {
  await page.goto("./");
  await landing(page);
  await page.getByRole("button", { name: /^Theme/ }).click();
  await drop(page, { name: "mine.csv", text: sampleText() });
  await expect(region(page, "mine.csv")).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await keptFiles(page, 1);
  const before = await page.evaluate(left);
  expect(before.slice(0, 4).map((list) => list.length)).toEqual([1, 1, 1, 1]);
  await page.goto("./#/privacy");
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByText("Done: files closed")).toBeVisible();
  expect(await page.evaluate(left)).toEqual([[], [], [], [], [], []]);
  await page.goto("./#/");
  await landing(page);
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  await page.getByLabel("Currency", { exact: true }).selectOption("EUR");
  // A whole analysis later nothing has been kept.
  await scoreDropped(page, { name: "other.csv", text: sampleText() });
  expect(await page.evaluate(left)).toEqual([[], [], [], [], [], []]);
});

test("a browser without a database says that the work lasts until the page is closed", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { get: () => undefined }));
  await page.goto("./");
  await landing(page);
  await drop(page, { name: "mine.csv", text: sampleText() });
  await expect(page.getByText("This browser does not let the page keep your work.")).toBeVisible();
  await page.getByRole("button", { name: "Understood" }).click();
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
});

// Links of every analysis that were frozen when they were made: each opens for good and draws the numbers that it drew then.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { cli, copyLink, headline, openShareDialog, shareDialog, sharedBanner } from "./app";

const folder = fileURLToPath(new URL("../web/share/frozen/reports/", import.meta.url));
const frozen = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));
const analyses: string[] = JSON.parse(cli("describe", "--all")).analyses.map(({ id }: { id: string }) => id);

/** Numbers by where they stand, in the order in which they stand there. */
type Drawn = Record<string, string[]>;

const numbersIn = (text: string) => text.match(/\d[\d,]*(\.\d+)?%?/g) ?? [];

async function drawn(page: Page): Promise<Drawn> {
  await expect(headline(page)).toBeVisible();
  await expect(page.getByText(/^(Updating|Working it out)/)).toHaveCount(0);
  const found: Drawn = {
    headline: numbersIn(await headline(page).innerText()),
    figures: numbersIn(await page.locator(".key-figures").innerText()),
  };
  const scenarios = page.locator(".scenario-table");
  if ((await scenarios.count()) > 0) found.scenarios = numbersIn(await scenarios.innerText());
  const tabs = page.locator("#tables").getByRole("tab");
  const names = (await tabs.count()) > 0 ? await tabs.allInnerTexts() : [""];
  for (const [k, name] of names.entries()) {
    if (name !== "") await tabs.nth(k).click();
    const title = `table ${name.replace(/[\d,]+/g, "").trim()}`;
    const grid = page.locator("#tables").getByRole("grid").first();
    if ((await grid.count()) === 0) continue;
    await expect(grid.getByRole("row").nth(1)).toBeVisible();
    found[title] = (await grid.getByRole("row").allInnerTexts()).slice(1, 9).flatMap(numbersIn);
  }
  return found;
}

/** The numbers that are not there any more, in their order; others may have come between. */
function missing(before: string[], now: string[]): string[] {
  let at = 0;
  return before.filter((number) => {
    const found = now.indexOf(number, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

test("there is a frozen link of every analysis", () => {
  for (const id of analyses) expect(frozen).toContain(id.replace("/", "_"));
});

for (const name of frozen) {
  test(`the frozen link of ${name} draws the numbers that it drew`, async ({ page }) => {
    const { link, numbers } = JSON.parse(readFileSync(`${folder}${name}.json`, "utf8")) as {
      link: string;
      numbers: Drawn;
    };
    await page.goto(`./${link}`);
    await expect(sharedBanner(page)).toBeVisible();
    const now = await drawn(page);
    const gone = Object.entries(numbers).map(([place, before]) => [place, missing(before, now[place] ?? [])]);
    expect(Object.fromEntries(gone)).toEqual(Object.fromEntries(Object.keys(numbers).map((place) => [place, []])));
  });
}

/** How the sample is opened and sent; what is not said here is as the dialog proposes it. */
const ways: Record<string, { analysis: string; leave?: RegExp; scenarios?: boolean }> = {
  ...Object.fromEntries(analyses.map((analysis) => [analysis.replace("/", "_"), { analysis }])),
  scoring_adsets_without_names: { analysis: "scoring/adsets", leave: /Leave out names/ },
  budget_reallocate_without_money: { analysis: "budget/reallocate", leave: /Leave out money/ },
  budget_reallocate_scenarios: { analysis: "budget/reallocate", scenarios: true },
};

// Freezes what is not frozen yet, never what is: OUTLAY_FREEZE=1 npx playwright test frozen
if (process.env.OUTLAY_FREEZE) {
  for (const [name, { analysis, leave, scenarios }] of Object.entries(ways)) {
    if (existsSync(`${folder}${name}.json`)) continue;
    test(`freeze ${name}`, async ({ page, context }) => {
      await page.goto(`./#/${analysis}?data=sample`);
      await expect(headline(page)).toBeVisible();
      if (scenarios) {
        await page.getByRole("button", { name: "Save as scenario" }).click();
        for (const k of [0, 1]) {
          const amount = page.locator("li.plan-row .plan-amount input").nth(k);
          await amount.fill(`${Math.round(Number((await amount.inputValue()).replaceAll(",", ""))) + 50}`);
          await amount.press("Enter");
        }
        await page.getByLabel("Name of the new scenario").fill("By hand");
        await page.getByRole("button", { name: "Save as scenario" }).click();
      }
      await drawn(page);
      await openShareDialog(page);
      if (leave) await shareDialog(page).getByLabel(leave).check();
      const link = (await copyLink(page, context)).replace(/^[^#]*/, "");
      await page.goto("about:blank");
      await page.goto(`./${link}`);
      const numbers = await drawn(page);
      writeFileSync(`${folder}${name}.json`, `${JSON.stringify({ link, numbers }, null, 1)}\n`);
    });
  }
}

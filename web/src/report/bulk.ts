// Budgets as the files that ad platforms import: which columns each takes is told in the README beside this file.

/** What an analysis sets for one campaign, for the period of its data. */
export interface BudgetLine {
  campaign: string;
  group: string;
  /** The platform's own id of the campaign, where the data has one. */
  id: string;
  before: number;
  budget: number;
}

export interface BulkOptions {
  /** How many days the amounts cover: platforms take budgets a day. */
  days: number;
  currency: string;
}

export interface Platform {
  id: string;
  label: string;
  /** Where the file goes. */
  hint: string;
  file: string;
  /** Groups of this platform, by their name. */
  groups: RegExp;
  /** Whether a campaign is found by its id; else by its name. */
  needsId: boolean;
  header: string[];
  first?: string[];
  row: (line: BudgetLine, daily: string) => string[];
}

/** A budget of nothing is a pause: no platform takes a budget of 0. */
const isOff = ({ budget }: BudgetLine) => !(budget > 0.005);

/** A name that a spreadsheet would run; an id is digits. */
export const looksLikeFormula = (text: string) => /^[=+\-@\t\r]/.test(text);

const microsoftHeader = ["Type", "Status", "Id", "Parent Id", "Campaign", "Budget", "Budget Type", "Name"];

export const platforms: Platform[] = [
  {
    id: "google",
    label: "Google Ads Editor",
    hint: "Account, Import, From file",
    file: "google_ads_editor_budgets.csv",
    groups: /google|youtube|performance max|pmax|adwords/i,
    needsId: false,
    header: ["Campaign", "Campaign daily budget", "Campaign status"],
    row: (line, daily) => [line.campaign, isOff(line) ? "" : daily, isOff(line) ? "Paused" : ""],
  },
  {
    id: "meta",
    label: "Meta Ads Manager",
    hint: "Campaigns, Export & import, Import ads",
    file: "meta_ads_budgets.csv",
    groups: /meta|facebook|instagram|\bfb\b/i,
    needsId: true,
    header: ["Campaign ID", "Campaign Name", "Campaign Daily Budget", "Campaign Status"],
    row: (line, daily) => [line.id, line.campaign, isOff(line) ? "" : daily, isOff(line) ? "PAUSED" : ""],
  },
  {
    id: "microsoft",
    label: "Microsoft Advertising",
    hint: "Import, Bulk upload; or Microsoft Advertising Editor",
    file: "microsoft_advertising_budgets.csv",
    groups: /microsoft|bing/i,
    needsId: true,
    header: microsoftHeader,
    first: microsoftHeader.map((name) => (name === "Type" ? "Format Version" : name === "Name" ? "6.0" : "")),
    // With an id a name would rename: it is left out where a spreadsheet would run it.
    row: (line, daily) => [
      "Campaign",
      isOff(line) ? "Paused" : "",
      line.id,
      "",
      looksLikeFormula(line.campaign) && line.id !== "" ? "" : line.campaign,
      isOff(line) ? "" : daily,
      isOff(line) ? "" : "DailyBudgetStandard",
      "",
    ],
  },
];

const quoted = (text: string) =>
  /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;

/** As many decimals as the currency has; a point, whatever the reader's locale. */
function dailyText(amount: number, { days, currency }: BulkOptions): string {
  const hasCode = /^[A-Z]{3}$/.test(currency);
  const style = hasCode ? ({ style: "currency", currency } as const) : {};
  const digits = hasCode ? (new Intl.NumberFormat("en-US", style).resolvedOptions().maximumFractionDigits ?? 2) : 2;
  const least = 10 ** -digits;
  return Math.max(least, amount / days).toFixed(digits);
}

/** Those whose budget changes; what stays needs no upload. */
export const changed = (lines: BudgetLine[]) => lines.filter(({ before, budget }) => Math.abs(budget - before) > 0.005);

export function bulkFile(platform: Platform, lines: BudgetLine[], options: BulkOptions): string {
  const rows = lines.map((line) => platform.row(line, dailyText(line.budget, options)));
  const all = [platform.header, ...(platform.first ? [platform.first] : []), ...rows];
  return `${all.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

/** The groups of a platform, by their names; all of them where no name tells. */
export function groupsFor(platform: Platform, groups: string[]): string[] {
  const found = groups.filter((group) => platform.groups.test(group));
  const isAnyKnown = groups.some((group) => platforms.some((one) => one.groups.test(group)));
  return isAnyKnown ? found : groups;
}

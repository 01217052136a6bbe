// The menu by which a result is taken away; the same on the page of every analysis.
import { useEffect, useState } from "preact/hooks";
import { type TakeAway, takeAwayOf } from "../analyses/summaries";
import { route, sharedPage } from "../state/route";
import { Menu, type MenuItem } from "../ui/layout";
import { takeAwayButton } from "./open-menu";
import { askBudgets, copyForm, downloadCsv, downloadText, downloadWorkbook, showSheet, type Taken } from "./take";

type Action = Omit<MenuItem, "onSelect"> & { act: (taken: Taken) => void };

const workbook: Action = {
  group: "Spreadsheet",
  label: "Workbook (.xlsx)",
  hint: "Every table and the parameters, with formats",
  icon: "table",
  act: downloadWorkbook,
};

const others: Action[] = [
  { group: "Summary", label: "One page to read or print", icon: "file", act: showSheet },
  { group: "Summary", label: "Copy as Markdown", icon: "copy", act: copyForm("summary.md", "Summary copied") },
  { group: "Summary", label: "Download Markdown", icon: "download", act: downloadText("summary.md") },
  {
    group: "Slack",
    label: "Copy Slack message",
    hint: "To paste into a channel",
    icon: "copy",
    act: copyForm("slack.txt", "Slack message copied"),
  },
  {
    group: "Slack",
    label: "Download Block Kit (.json)",
    hint: "For a scheduler or a bot to post",
    icon: "download",
    act: downloadText("slack.json"),
  },
];

function csvActions({ info, outcome }: Taken): Action[] {
  const tables = info.results.tables.filter(({ name }) => outcome.result.tables[name]);
  return tables.map(({ name, label }, k) => ({
    group: "CSV",
    label: `CSV: ${label || name}`,
    // A spreadsheet runs such cells; the engine's writer puts the apostrophe.
    ...(k === 0 && { hint: "Names that look like formulas begin with '" }),
    icon: "download",
    act: downloadCsv(name),
  }));
}

const budgets: Action = {
  group: "Upload",
  label: "Budgets for an ad platform",
  hint: "Google Ads Editor, Meta, Microsoft",
  icon: "upload",
  act: askBudgets,
};

/** Whether there are budgets to upload is known once the analysis's own words are there. */
function useTakeAway(id: string): TakeAway | null {
  const [own, setOwn] = useState<TakeAway | null>(null);
  useEffect(() => {
    let isWanted = true;
    void takeAwayOf(id).then((found) => isWanted && setOwn(found));
    return () => {
      isWanted = false;
    };
  }, [id]);
  return own;
}

export function TakeAwayMenu({ first = [], ...taken }: Taken & { first?: MenuItem[] }) {
  const offers = useTakeAway(taken.info.id)?.budgets !== undefined;
  // A shared report may have come with other names or relative amounts, and without the platforms' ids.
  const upload = offers && route.value.page !== sharedPage ? [budgets] : [];
  const own = [...upload, workbook, ...csvActions(taken), ...others].map(
    ({ act, ...item }): MenuItem => ({ ...item, onSelect: () => act(taken) }),
  );
  const items = [...first, ...own];
  return <Menu id={takeAwayButton} label="Take it away" icon="share" items={items} />;
}

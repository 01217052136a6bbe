// What travels with every page: the data in use, its period, currency and warnings; undo, redo, theme, keys.
import type { TableReport } from "../engine/types";
import { periodText } from "../ingest/table-card";
import type { AnalysisState } from "../state/analysis";
import { chosenCurrency, currency, fitFor, locale, tables, theme } from "../state/project";
import { dataPage, href, route, sharedPage } from "../state/route";
import { type Theme, themes } from "../state/storage";
import { plural } from "../ui/format";
import { Icon, IconButton, type IconName } from "../ui/layout";
import { Brand } from "./rail";

const currencies = [
  ..."USD EUR GBP JPY CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY ILS AED SAR INR".split(" "),
  ..."CNY HKD TWD KRW SGD MYR THB IDR PHP VND BRL MXN ARS CLP COP ZAR NGN KES EGP".split(" "),
];

/** The tables the open page computes from; all of them on the other pages. */
function tablesInUse(): TableReport[] {
  const ids = fitFor(route.value.page)?.inputs.flatMap((input) => (input.table === null ? [] : [input.table]));
  const used = tables.value.filter((table) => ids?.includes(table.id));
  return used.length > 0 ? used : tables.value;
}

function period(used: TableReport[]): TableReport["period"] {
  const stated = used.flatMap((table) => (table.period ? [table.period] : []));
  const from = stated.map((one) => one.from).sort()[0];
  const to = stated
    .map((one) => one.to)
    .sort()
    .at(-1);
  return from && to ? { from, to } : null;
}

export function warningsOf(table: TableReport): number {
  const bad = table.columns.filter((column) => column.bad !== null).length;
  const noted = table.notices.filter((notice) => notice.severity === "warning").length;
  return bad + noted + (table.set_aside_count > 0 ? 1 : 0);
}

function DataInUse() {
  if (route.value.page === sharedPage) return <span class="topbar-item muted">Shared report</span>;
  const used = tablesInUse();
  if (used.length === 0) return <span class="topbar-item muted">No data yet</span>;
  const warnings = used.reduce((sum, table) => sum + warningsOf(table), 0);
  return (
    <>
      <a class="topbar-item topbar-data" href={href(dataPage)} title="Data in use">
        <span class="truncate">{used.map((table) => table.name).join(" + ")}</span>
      </a>
      <span class="topbar-item topbar-wide muted">{periodText(period(used), locale)}</span>
      {warnings > 0 && (
        <a class="chip chip-warn" href={href(dataPage)}>
          <Icon name="warning" size={12} />
          {plural(warnings, "warning", "warnings", locale)}
        </a>
      )}
    </>
  );
}

function Currency() {
  const stated = chosenCurrency.value ? "" : currency.value;
  const choose = (event: { currentTarget: HTMLSelectElement }) => {
    chosenCurrency.value = event.currentTarget.value;
  };
  return (
    <select class="select topbar-currency" aria-label="Currency" value={chosenCurrency.value} onChange={choose}>
      <option value="">{stated || "Currency"}</option>
      {currencies.map((code) => (
        <option key={code} value={code}>
          {code}
        </option>
      ))}
    </select>
  );
}

const themeIcons: Record<Theme, IconName> = { system: "contrast", light: "sun", dark: "moon" };

function ThemeButton() {
  const now = theme.value;
  const next = themes[(themes.indexOf(now) + 1) % themes.length] ?? "system";
  const turn = () => {
    theme.value = next;
  };
  return <IconButton icon={themeIcons[now]} label={`Theme: ${now}. Change to ${next}`} onClick={turn} />;
}

function History({ state }: { state: AnalysisState }) {
  return (
    <>
      <IconButton icon="undo" label="Undo parameter change" disabled={!state.canUndo.value} onClick={state.undo} />
      <IconButton icon="redo" label="Redo parameter change" disabled={!state.canRedo.value} onClick={state.redo} />
    </>
  );
}

export function TopBar({ state, onKeys }: { state: AnalysisState | null; onKeys: () => void }) {
  return (
    <header class="topbar">
      <span class="topbar-brand">
        <Brand />
      </span>
      <DataInUse />
      <span class="topbar-spacer" />
      {state && <History state={state} />}
      {route.value.page !== sharedPage && <Currency />}
      <ThemeButton />
      <span class="topbar-wide">
        <IconButton icon="keyboard" label="Keyboard map" onClick={onKeys} />
      </span>
    </header>
  );
}

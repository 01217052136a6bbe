// Above the table: search, quick filters, what is filtered now, columns, copy and CSV.
import type { RefObject } from "preact";
import { day, number } from "../format";
import { Button, IconButton } from "../layout/Button";
import { Icon } from "../layout/Icon";
import { toText } from "../number-input";
import type { ColumnSpec } from "./columns";
import { choiceLabel } from "./FilterEditor";
import type { Filter } from "./filter";
import type { TableModel } from "./model";

export interface ToolbarProps {
  model: TableModel;
  noun: string;
  quick: string[];
  searchBox: RefObject<HTMLInputElement | null>;
  onFilter: (spec: ColumnSpec, anchor: HTMLElement) => void;
  onPick: (anchor: HTMLElement) => void;
  onColumns: (anchor: HTMLElement) => void;
  onCopy: () => void;
  onCsv?: () => void;
}

export function filterWords(spec: ColumnSpec, filter: Filter, locale?: string): string {
  if (filter.kind === "contains") return `contains "${filter.needle}"`;
  if (filter.kind === "choice") {
    const [first, ...others] = filter.values.map((value) => choiceLabel(spec, value));
    return others.length > 0 ? `${first} and ${number(others.length, locale)} more` : (first ?? "");
  }
  const [least, most] = [filter.least, filter.most].map(
    (value) => value !== null && (spec.kind === "day" ? day(value, locale) : toText(value, spec.unit, locale)),
  );
  if (spec.unit === "flag" && least === most) return least === "1" ? "yes" : "no";
  if (least && most) return `${least} to ${most}`;
  return least ? `at least ${least}` : `at most ${most}`;
}

const anchorOf = (event: MouseEvent): HTMLElement | null =>
  event.currentTarget instanceof HTMLElement ? event.currentTarget : null;

const withAnchor = (open: (anchor: HTMLElement) => void) => (event: MouseEvent) => {
  const anchor = anchorOf(event);
  if (anchor) open(anchor);
};

function QuickFilter({ spec, model, onFilter }: { spec: ColumnSpec } & Pick<ToolbarProps, "model" | "onFilter">) {
  const filter = model.filters[spec.name];
  return (
    <Button
      class={filter ? "quick quick-on" : "quick"}
      aria-haspopup="dialog"
      title={spec.help}
      onClick={withAnchor((anchor) => onFilter(spec, anchor))}
    >
      {spec.label}
      {filter && <span class="quick-value">{filterWords(spec, filter, model.locale)}</span>}
      <Icon name="down" size={12} />
    </Button>
  );
}

function ActiveFilters({ model, quick, onFilter }: Pick<ToolbarProps, "model" | "quick" | "onFilter">) {
  const active = model.known.filter((spec) => model.filters[spec.name] && !quick.includes(spec.name));
  const any = Object.keys(model.filters).length > 0 || model.search !== "";
  return (
    <>
      {active.map((spec) => (
        <button
          key={spec.name}
          type="button"
          class="chip chip-on"
          onClick={withAnchor((anchor) => onFilter(spec, anchor))}
        >
          {spec.label} {filterWords(spec, model.filters[spec.name], model.locale)}
        </button>
      ))}
      {any && (
        <Button kind="quiet" onClick={model.clear}>
          Clear filters
        </Button>
      )}
    </>
  );
}

export function Toolbar(props: ToolbarProps) {
  const { model, noun, quick, searchBox, onFilter, onPick, onColumns, onCopy, onCsv } = props;
  const quickSpecs = quick.flatMap((name) => model.known.find((spec) => spec.name === name) ?? []);
  return (
    <div class="toolbar">
      <label class="search">
        <Icon name="search" />
        <span class="visually-hidden">Search {noun}</span>
        <input
          ref={searchBox}
          class="input"
          type="search"
          placeholder={`Search ${noun}`}
          value={model.search}
          onInput={(event) => model.setSearch(event.currentTarget.value)}
        />
        {model.search === "" && (
          <span class="kbd" aria-hidden="true">
            /
          </span>
        )}
      </label>
      {quickSpecs.map((spec) => (
        <QuickFilter key={spec.name} spec={spec} model={model} onFilter={onFilter} />
      ))}
      <IconButton icon="filter" label="Filter by any column" onClick={withAnchor(onPick)} />
      <ActiveFilters model={model} quick={quick} onFilter={onFilter} />
      <div class="toolbar-end">
        <IconButton icon="columns" label="Choose columns" class="wide-only" onClick={withAnchor(onColumns)} />
        <IconButton icon="copy" label="Copy for a spreadsheet" onClick={onCopy} />
        {onCsv && (
          <Button kind="quiet" icon="download" onClick={onCsv}>
            CSV
          </Button>
        )}
      </div>
    </div>
  );
}

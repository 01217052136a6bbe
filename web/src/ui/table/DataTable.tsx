// The working surface: one table with its search, filters, columns, totals, selection and copying.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { copyText } from "../clipboard";
import { plural } from "../format";
import { Button } from "../layout/Button";
import { Popover } from "../layout/Popover";
import { useMedia } from "../media";
import { usePrinting } from "../printing";
import { Cards } from "./Cards";
import { ColumnChooser, FilterPicker } from "./Choosers";
import type { ColumnSpec } from "./columns";
import { FilterEditor } from "./FilterEditor";
import { Grid } from "./Grid";
import { type TableModel, type TableOptions, useTable } from "./model";
import { paperNote, printedColumns } from "./paper";
import { Status } from "./Status";
import { chosenRows } from "./selection";
import { Toolbar } from "./Toolbar";
import { toTsv } from "./tsv";

export interface DataTableProps extends TableOptions {
  id: string;
  label: string;
  /** What the rows are, in the plural. */
  noun?: string;
  /** Columns whose filter stands in the toolbar. */
  quick?: string[];
  /** The figures of a card on a phone. */
  cardFigures?: string[];
  onOpen?: (row: number) => void;
  onCsv?: () => void;
}

type Open = { kind: "filter"; spec: ColumnSpec } | { kind: "columns" } | { kind: "pick" };

/** "/" goes to the search of the first table on the page. */
function useSearchKey() {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key !== "/" || typing || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return box;
}

function useCopy(model: TableModel): [string, () => void] {
  const [message, setMessage] = useState("");
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(""), 4000);
    return () => clearTimeout(timer);
  }, [message]);
  const copy = async () => {
    const chosen = chosenRows(model.selection, model.shown);
    const rows = chosen.length > 0 ? chosen : model.shown;
    const done = await copyText(toTsv(model.data, model.visible, rows, model.locale));
    setMessage(done ? `Copied ${plural(rows.length, "row", "rows", model.locale)}` : "The browser refused to copy");
  };
  return [message, copy];
}

function Nothing({ model, noun }: { model: TableModel; noun: string }) {
  if (model.data.rows === 0) return <p class="table-nothing muted">There are no {noun} here.</p>;
  return (
    <div class="table-nothing">
      <p class="muted">No {noun} match the filters.</p>
      <Button onClick={model.clear}>Clear filters</Button>
    </div>
  );
}

export function DataTable(props: DataTableProps) {
  const { id, label, noun = "rows", quick = [], cardFigures = [], onOpen, onCsv } = props;
  const whole = useTable(props);
  const printing = usePrinting();
  const paper = useMemo(() => printedColumns(whole.visible), [whole.visible]);
  const model = printing ? { ...whole, visible: paper } : whole;
  const note = paperNote(whole, noun);
  const searchBox = useSearchKey();
  const narrow = useMedia("(max-width: 600px)");
  const [message, copy] = useCopy(model);
  const [open, setOpen] = useState<{ what: Open; anchor: HTMLElement } | null>(null);
  const close = () => setOpen(null);
  const onFilter = (spec: ColumnSpec, anchor: HTMLElement) => setOpen({ what: { kind: "filter", spec }, anchor });
  return (
    <section class="table-frame" aria-label={label}>
      <Toolbar
        model={model}
        noun={noun}
        quick={quick}
        searchBox={searchBox}
        onFilter={onFilter}
        onPick={(anchor) => setOpen({ what: { kind: "pick" }, anchor })}
        onColumns={(anchor) => setOpen({ what: { kind: "columns" }, anchor })}
        onCopy={copy}
        onCsv={onCsv}
      />
      {narrow ? (
        <Cards model={model} label={label} figures={cardFigures} onOpen={onOpen} />
      ) : (
        <Grid
          id={id}
          label={label}
          noun={noun}
          model={model}
          printing={printing}
          onOpen={onOpen}
          onCopy={copy}
          onFilter={onFilter}
        />
      )}
      {printing && note && <p class="small muted">{note}</p>}
      {model.shown.length === 0 && <Nothing model={model} noun={noun} />}
      <Status model={model} noun={noun} message={message} onCopy={copy} />
      {open && (
        <Popover key={open.what.kind} anchor={open.anchor} label={popoverLabel(open.what)} onClose={close}>
          {open.what.kind === "filter" && <FilterEditor spec={open.what.spec} model={model} onClose={close} />}
          {open.what.kind === "columns" && <ColumnChooser model={model} />}
          {open.what.kind === "pick" && <FilterPicker model={model} onPick={(spec) => onFilter(spec, open.anchor)} />}
        </Popover>
      )}
    </section>
  );
}

function popoverLabel(what: Open): string {
  if (what.kind === "filter") return `Filter ${what.spec.label}`;
  return what.kind === "columns" ? "Columns" : "Filter by";
}

// The header row: a click sorts, the small button filters; arrows reach both.
import { Icon } from "../layout/Icon";
import { asHeader, asRow, asRowGroup } from "./aria";
import type { ColumnSpec } from "./columns";
import type { TableModel } from "./model";

interface HeadProps {
  id: string;
  model: TableModel;
  active: number | null;
  onFilter: (spec: ColumnSpec, anchor: HTMLElement) => void;
}

interface HeadCellProps extends HeadProps {
  spec: ColumnSpec;
  index: number;
}

function HeadCell({ id, model, active, onFilter, spec, index }: HeadCellProps) {
  const direction = model.sort?.name === spec.name ? model.sort.direction : undefined;
  const filtered = model.filters[spec.name] !== undefined;
  const symbol = model.styles.get(spec.name)?.symbol;
  const open = (event: MouseEvent) => {
    const cell = event.currentTarget instanceof HTMLElement ? event.currentTarget.closest(".cell") : null;
    if (cell instanceof HTMLElement) onFilter(spec, cell);
  };
  return (
    <div
      id={`${id}-h${index}`}
      {...asHeader(index, direction ?? "none")}
      data-head={index}
      title={spec.help || spec.label}
      class={`cell head-cell cell-${spec.align} ${active === index ? "cell-active" : ""}`}
    >
      <span class="head-label">{spec.label}</span>
      {symbol && <span class="head-symbol">{symbol}</span>}
      {direction && <Icon name={direction === "ascending" ? "up" : "down"} size={12} />}
      <button
        type="button"
        tabIndex={-1}
        class="head-filter"
        data-on={filtered || undefined}
        aria-label={`Filter ${spec.label}`}
        onClick={open}
      >
        <Icon name="filter" size={12} />
      </button>
    </div>
  );
}

export function Head(props: HeadProps) {
  return (
    <div {...asRowGroup} class="grid-head">
      <div {...asRow(1)} class="grid-row">
        {props.model.visible.map((spec, index) => (
          <HeadCell key={spec.name} {...props} spec={spec} index={index} />
        ))}
      </div>
    </div>
  );
}

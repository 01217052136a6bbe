// The rows near the scroll position, and the totals that stay at the bottom.
import { useMemo } from "preact/hooks";
import { counted, formatter, fullMoney } from "../format";
import { asCell, asRow, asRowGroup } from "./aria";
import { CellContent } from "./Cell";
import type { Window } from "./keys";
import type { TableModel } from "./model";

export const rowHeight = 32;

interface RowProps {
  id: string;
  model: TableModel;
  at: number;
  active: number | null;
  opens: boolean;
}

function Cells({ id, model, at, active, opens, row }: RowProps & { row: number }) {
  return model.visible.map((spec, index) => {
    const style = model.styles.get(spec.name);
    if (!style) return null;
    const shape = `cell cell-${spec.align} ${spec.bar || spec.range ? "cell-bar" : ""} ${active === index ? "cell-active" : ""}`;
    return (
      <div
        key={spec.name}
        id={`${id}-r${at}c${index}`}
        {...asCell(index)}
        data-column={index}
        class={shape}
        title={style.note(row) || undefined}
      >
        {index === 0 && <span class="pick" aria-hidden="true" />}
        {index === 0 && opens ? (
          <span class="opens truncate">{style.show(row)}</span>
        ) : (
          <CellContent spec={spec} style={style} row={row} />
        )}
      </div>
    );
  });
}

function Row(props: RowProps) {
  const { id, model, at, active, opens } = props;
  const { visible, styles } = model;
  const row = model.shown[at];
  const chosen = model.selection.mask[row] === 1;
  // The same element again tells Preact to leave the row alone: most rows do not change while scrolling.
  return useMemo(
    () => (
      <div {...asRow(at + 2, chosen)} class="grid-row body-row" data-at={at} style={{ "--top": `${at * rowHeight}px` }}>
        {Cells({ ...props, row })}
      </div>
    ),
    [id, at, row, chosen, active, opens, visible, styles],
  );
}

interface BodyProps {
  id: string;
  model: TableModel;
  window: Window;
  active: { row: number; column: number } | null;
  opens: boolean;
}

export function Body({ id, model, window, active, opens }: BodyProps) {
  const rows: number[] = [];
  for (let at = window.first; at < window.last; at++) rows.push(at);
  return (
    <div {...asRowGroup} class="grid-body" style={{ "--height": `${model.shown.length * rowHeight}px` }}>
      {rows.map((at) => (
        <Row key={at} id={id} model={model} at={at} opens={opens} active={active?.row === at ? active.column : null} />
      ))}
    </div>
  );
}

export function Totals({ model, noun }: { model: TableModel; noun: string }) {
  const { locale, currency } = model;
  const label = counted(model.shown.length, noun, locale);
  return (
    <div {...asRowGroup} class="grid-foot">
      <div {...asRow(model.shown.length + 2)} class="grid-row">
        {model.visible.map((spec, index) => {
          const total = model.totals.get(spec.name);
          const text = total === undefined ? "" : formatter({ locale, most: total >= 1000 ? 0 : 1 }).format(total);
          const full = total === undefined || spec.unit !== "money" ? undefined : fullMoney(total, currency, locale);
          return (
            <div key={spec.name} {...asCell(index)} class={`cell cell-${spec.align}`} title={full}>
              {index === 0 ? `Total of ${label}` : text}
            </div>
          );
        })}
      </div>
    </div>
  );
}

// Which columns are shown, and which column to filter by.
import { Button } from "../layout/Button";
import type { ColumnSpec } from "./columns";
import type { TableModel } from "./model";

export function ColumnChooser({ model }: { model: TableModel }) {
  return (
    <div class="popover-body">
      <p class="popover-title">Columns</p>
      <ul class="choice-list list-plain">
        {model.known.slice(1).map((spec, index) => (
          <li key={spec.name}>
            <label class="checkbox choice" title={spec.help}>
              <input
                type="checkbox"
                checked={!model.isHidden(spec)}
                data-autofocus={index === 0 || undefined}
                onChange={(event) => model.hide(spec.name, !event.currentTarget.checked)}
              />
              <span class="truncate">{spec.label}</span>
            </label>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={model.resetColumns}>
        Back to the usual columns
      </Button>
    </div>
  );
}

export function FilterPicker({ model, onPick }: { model: TableModel; onPick: (spec: ColumnSpec) => void }) {
  return (
    <div class="popover-body">
      <p class="popover-title">Filter by</p>
      <ul class="choice-list list-plain">
        {model.known.map((spec, index) => (
          <li key={spec.name}>
            <button
              type="button"
              class="menu-item choice"
              data-autofocus={index === 0 || undefined}
              onClick={() => onPick(spec)}
            >
              <span class="grow truncate">{spec.label}</span>
              {model.filters[spec.name] && <span class="chip chip-on">on</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

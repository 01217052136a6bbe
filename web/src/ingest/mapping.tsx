// Which column plays which role: what the engine proposes and why, and a select to correct it.
import type { ColumnReport, TableReport } from "../engine/types";
import { candidates, type InputFit, type ShownMapping, type ShownRole } from "../state/inputs";

const reasons: Record<string, string> = {
  exact_name: "same name",
  alias: "a known name for it",
  platform_alias: "the platform's name for it",
  chosen: "chosen by you",
};

function why(column: ColumnReport | undefined, chosen: boolean): string {
  if (chosen) return reasons.chosen ?? "";
  if (!column?.role) return "";
  const sure = column.confidence < 0.995 ? `, ${Math.round(column.confidence * 100)}% sure` : "";
  return `${reasons[column.reason] ?? column.reason.replaceAll("_", " ")}${sure}`;
}

function RoleRow(props: {
  role: ShownRole;
  fit: InputFit;
  table: TableReport;
  onChoose: (column: string | undefined) => void;
}) {
  const { role, fit, table } = props;
  const name = fit.roles[role.name] ?? "";
  const column = table.columns.find((one) => one.name === name);
  const chosen = role.name in fit.chosen;
  const lacking = role.required && !name;
  return (
    <tr data-lacking={lacking || undefined}>
      <th scope="row">
        <span title={role.help}>{role.label}</span>
        {role.required && <span class="muted small"> required</span>}
      </th>
      <td>
        <select
          class="select"
          aria-label={`Column for ${role.label}`}
          aria-invalid={lacking}
          value={name}
          onChange={(event) => props.onChoose(event.currentTarget.value)}
        >
          <option value="">{lacking ? "Choose a column" : "Not used"}</option>
          {name && !column && <option value={name}>{name} (made when it is used)</option>}
          {candidates(table, role.kind).map((one) => (
            <option key={one.name} value={one.name}>
              {one.name}
            </option>
          ))}
        </select>
      </td>
      <td class="mapping-samples muted small">{[...new Set(column?.samples)].slice(0, 3).join(", ")}</td>
      <td class="mapping-why muted small">
        {why(column, chosen)}{" "}
        {chosen && (
          <button type="button" class="link" onClick={() => props.onChoose(undefined)}>
            Undo
          </button>
        )}
      </td>
    </tr>
  );
}

interface MappingProps {
  mapping: ShownMapping;
  table: TableReport;
  /** All the roles that one choice is for. */
  onChoose: (roles: string[], column: string | undefined) => void;
}

function RoleTable({ mapping, table, onChoose, about, roles }: MappingProps & { about: string; roles: ShownRole[] }) {
  return (
    <table class="plain-table mapping">
      <caption class="visually-hidden">
        Columns of {table.name} for {about}
      </caption>
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Column</th>
          <th scope="col">Looks like</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <RoleRow
            key={role.name}
            role={role}
            fit={mapping.fit}
            table={table}
            onChoose={(column) => onChoose(role.names, column)}
          />
        ))}
      </tbody>
    </table>
  );
}

export function Mapping(props: MappingProps) {
  const { input, others } = props.mapping;
  const further = input.roles.filter((role) => role.isOther);
  const about = others.join(", ");
  return (
    <>
      <RoleTable {...props} about={input.label} roles={input.roles.filter((role) => !role.isOther)} />
      {further.length > 0 && (
        <details class="fold">
          <summary>Further columns, for {about}</summary>
          <div class="fold-body">
            <RoleTable {...props} about={about} roles={further} />
          </div>
        </details>
      )}
    </>
  );
}

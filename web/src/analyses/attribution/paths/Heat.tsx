// Tables whose cells are tinted: how far models agree, and what people touch next.
import { useMemo } from "preact/hooks";
import { modelName } from "../../../ui/attribution-words";
import { percent } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf } from "../read";

interface HeatProps {
  id: string;
  label: string;
  title: string;
  caption: string;
  rows: string[];
  columns: string[];
  /** NaN where there is nothing to say. */
  value: (row: string, column: string) => number;
  /** What has no tint, and what has the deepest. */
  least: number;
  most: number;
  locale?: string;
}

function Heat({ id, label, title, caption, rows, columns, value, least, most, locale }: HeatProps) {
  /** In ten steps. */
  const step = (of: number) => Math.round((10 * (of - least)) / Math.max(1e-9, most - least));
  return (
    <figure class="chart" id={id}>
      <header class="chart-head">
        <h2 class="chart-title">{title}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled with the keys */}
      <section class="heat-scroll" tabIndex={0} aria-label={label}>
        <table class="heat">
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  <span>{column}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column) => {
                  const of = value(row, column);
                  return (
                    <td key={column} data-heat={Number.isFinite(of) ? step(of) : "self"}>
                      {Number.isFinite(of) ? percent(of, locale, 0) : ""}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption class="chart-caption">{caption}</figcaption>
    </figure>
  );
}

const unique = (texts: string[]) => [...new Set(texts)];

/** Figures by two names of their rows. */
function byPair(data: TableData, one: string, other: string, figure: string): Map<string, number> {
  const read = reader(data);
  return new Map(
    rowsOf(data).map((row) => [`${read.text(one, row)}|${read.text(other, row)}`, read.number(figure, row)]),
  );
}

export function AgreementHeat({ data, locale }: { data: TableData; locale?: string }) {
  const at = useMemo(() => byPair(data, "model_a", "model_b", "agreement"), [data]);
  const models = unique([...at.keys()].map((pair) => pair.split("|")[0] ?? ""));
  const others = [...at].filter(([pair]) => pair.split("|")[0] !== pair.split("|")[1]);
  const [least] = others.sort((a, b) => a[1] - b[1]);
  const [one, other] = least?.[0].split("|") ?? [];
  const id = new Map(models.map((model) => [modelName(model), model]));
  return (
    <Heat
      id="agreement"
      label="Agreement of models"
      title={
        least
          ? `${modelName(one)} and ${modelName(other).toLowerCase()} agree least: on ${percent(least[1], locale, 0)} of the credit`
          : "There is one model only"
      }
      caption="The part of the credit that two models give to the same channels. Where they agree, the choice of model does not matter; where they do not, ask an experiment."
      rows={[...id.keys()]}
      columns={[...id.keys()]}
      value={(a, b) => (a === b ? Number.NaN : (at.get(`${id.get(a)}|${id.get(b)}`) ?? Number.NaN))}
      least={least?.[1] ?? 0}
      most={1}
      locale={locale}
    />
  );
}

const ends: Record<string, string> = { "(start)": "Start", "(conversion)": "Converted", "(lost)": "Lost" };
const mostStates = 24;

/** The chain's moves as a matrix, while it can be read as one; the table of moves has them all. */
export function TransitionHeat({ data, locale }: { data: TableData; locale?: string }) {
  const at = useMemo(() => byPair(data, "from", "to", "probability"), [data]);
  const pairs = [...at.keys()].map((pair) => pair.split("|"));
  const named = (state: string) => ends[state] ?? state;
  const rank = (state: string) => ["(start)", "", "(conversion)", "(lost)"].indexOf(state in ends ? state : "");
  const ordered = (states: string[]) => unique(states).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const rows = ordered(pairs.map(([from = ""]) => from));
  const columns = ordered(pairs.map(([, to = ""]) => to));
  if (rows.length < 3 || columns.length > mostStates || columns.some((state) => state.includes(" > "))) return null;
  const inner = [...at].filter(([pair]) => pair.split("|").every((state) => !(state in ends)));
  const [often] = inner.filter(([pair]) => pair.split("|")[0] !== pair.split("|")[1]).sort((a, b) => b[1] - a[1]);
  const [from = "", to = ""] = often?.[0].split("|") ?? [];
  const id = new Map([...rows, ...columns].map((state) => [named(state), state]));
  return (
    <Heat
      id="moves"
      label="Moves between channels"
      title={
        often
          ? `After a touch of ${from}, ${percent(often[1], locale, 0)} go on with ${to}`
          : "Nobody touches one channel after another"
      }
      caption="Each row sums to 100%: what comes next after a touch of the channel. Removal effects are worked out from these moves."
      rows={rows.map(named)}
      columns={columns.map(named)}
      value={(a, b) => at.get(`${id.get(a)}|${id.get(b)}`) ?? Number.NaN}
      least={0}
      most={Math.max(0, ...at.values())}
      locale={locale}
    />
  );
}

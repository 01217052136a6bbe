// Sessions: how long visits last, by where they came from, and what is odd about them.
import { useMemo, useState } from "preact/hooks";
import { Chart } from "../../../ui/chart";
import { formatter, number, percent, plural } from "../../../ui/format";
import { Doubts, type KeyFigure, KeyFigures, Page, Tabs } from "../../../ui/layout";
import { arrange, columnsFor, DataTable } from "../../../ui/table";
import type { PageProps, View } from "../../types";
import { empty, type Words } from "../read";
import { findings, headline } from "./headline";
import { dimensionsOf, duration, groupsOf, readScalars, type Scalars, shapesOf } from "./read";
import { histogramConfig, violinConfig } from "./violin";

const tables = [
  { id: "groups", label: "Time on site", noun: "groups", quick: ["dimension"] },
  { id: "outliers", label: "Outliers", noun: "sessions", quick: ["channel", "source", "page", "note"] },
  { id: "mismatches", label: "Referrer against source", noun: "pairs", quick: ["kind"] },
  { id: "missing", label: "Missing values", noun: "fields", quick: [] },
];

function figures(scalars: Scalars, { locale }: Words): KeyFigure[] {
  return [
    {
      label: "Sessions",
      value: number(scalars.sessions, locale),
      note: Number.isFinite(scalars.users) ? `of ${plural(scalars.users, "user", "users", locale)}` : undefined,
    },
    {
      label: "Conversions",
      value: number(scalars.conversions, locale),
      note: `${percent(scalars.rate, locale)} of sessions`,
    },
    {
      label: "Median time on site",
      value: duration(scalars.median, locale),
      note: `mean ${duration(scalars.mean, locale)}`,
    },
    {
      label: "Outliers",
      value: number(scalars.outliers, locale),
      note: `beyond ${duration(scalars.fenceHigh, locale)}`,
      help: "Further from the middle half than the fence allows.",
    },
    ...(Number.isFinite(scalars.mismatches)
      ? [
          {
            label: "Source and referrer differ",
            value: percent(scalars.mismatchShare, locale),
            note: plural(scalars.mismatches, "session", "sessions", locale),
          },
        ]
      : []),
  ];
}

function Tables(props: PageProps & { asked: number }) {
  const { info, outcome, currency, locale, view, onView, onCsv, onOpen, asked } = props;
  const rows = (id: string) => outcome.result.tables[id]?.rows ?? 0;
  const there = tables.filter(({ id }) => rows(id) > 0);
  const open = there.find(({ id }) => id === view.table) ?? there[0];
  const about = info.results.tables.find(({ name }) => name === open?.id);
  const columns = useMemo(() => {
    // Groups of different kinds hold the same sessions: their sum would count each several times.
    const specs = columnsFor(about?.columns ?? []);
    if (open?.id !== "groups") return specs;
    const first = ["group", "dimension"];
    const names = [...first, ...specs.map((spec) => spec.name).filter((name) => !first.includes(name))];
    return arrange(specs, names).map((spec) => ({ ...spec, total: false }));
  }, [about, open]);
  if (!open) return null;
  const tabs = there.map(({ id, label }) => ({ id, label, count: formatter({ locale }).format(rows(id)) }));
  return (
    <div id="tables">
      <Tabs label="Tables" tabs={tabs} active={open.id} onChange={(table) => onView({ table })}>
        <DataTable
          key={`${asked} ${open.id}`}
          id={`table-${open.id}`}
          label={about?.label ?? open.label}
          noun={open.noun}
          columns={columns}
          data={outcome.result.tables[open.id] ?? empty}
          currency={currency}
          locale={locale}
          quick={open.quick}
          cardFigures={open.id === "groups" ? ["sessions", "median", "outliers"] : undefined}
          onCsv={() => onCsv(open.id)}
          onOpen={onOpen && ((row) => onOpen(open.id, row))}
        />
      </Tabs>
    </div>
  );
}

function Violins(props: PageProps) {
  const { info, outcome, view, onView, currency, locale } = props;
  const groups = outcome.result.tables.groups ?? empty;
  const violins = outcome.result.tables.violins ?? empty;
  const names = useMemo(() => dimensionsOf(groups), [groups]);
  const dimension = names.includes(view.by ?? "") ? (view.by ?? "") : (names[0] ?? "");
  const list = useMemo(() => groupsOf(groups, dimension), [groups, dimension]);
  const config = useMemo(
    () => violinConfig(list, shapesOf(violins, dimension), { currency, locale }),
    [list, violins, dimension, currency, locale],
  );
  const big = list.filter((group) => group.sessions >= 30);
  const sorted = big.sort((a, b) => b.median - a.median);
  const [longest, shortest] = [sorted[0], sorted.at(-1)];
  const apart = longest && shortest ? longest.median - shortest.median : 0;
  const title =
    longest && shortest && apart > 0.2 * longest.median
      ? `Visits last longest by ${dimension} "${longest.group}" (${duration(longest.median, locale)} in the middle), shortest by "${shortest.group}" (${duration(shortest.median, locale)})`
      : `Time on site hardly differs by ${dimension}`;
  const choice = (
    <select
      class="select"
      aria-label="Shapes by"
      value={dimension}
      onChange={(event) => onView({ by: event.currentTarget.value })}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {`By ${name}`}
        </option>
      ))}
    </select>
  );
  return (
    <Chart
      title={title}
      caption="The width is how many visits last that long; the box holds the middle half, its mark is the median, the line ends at the last visit that is no outlier. Shapes that lie over each other say that the groups do not differ."
      config={config as unknown as Parameters<typeof Chart>[0]["config"]}
      table={{
        columns: columnsFor(info.results.tables.find(({ name }) => name === "groups")?.columns ?? []),
        data: groups,
      }}
      height={Math.max(240, 70 + list.length * 54)}
      currency={currency}
      locale={locale}
      controls={choice}
    />
  );
}

function Histogram(props: PageProps & { scalars: Scalars }) {
  const { info, outcome, currency, locale, scalars } = props;
  const data = outcome.result.tables.histogram ?? empty;
  const config = useMemo(() => histogramConfig(data, { currency, locale }), [data, currency, locale]);
  return (
    <Chart
      title={`19 of 20 visits are over after ${duration(scalars.p95, locale)}`}
      caption="Each bar is an equal span of time; the last one holds all longer visits, outliers among them."
      config={config}
      table={{ columns: columnsFor(info.results.tables.find(({ name }) => name === "histogram")?.columns ?? []), data }}
      height={240}
      currency={currency}
      locale={locale}
    />
  );
}

function assumptions({ outcome, locale }: PageProps, { fenceHigh, fenceLow }: Scalars): string[] {
  const below = fenceLow > 0 ? ` or below ${duration(fenceLow, locale)}` : "";
  const width = number(Number(outcome.params.fence ?? 1.5), locale);
  return [
    "A visit lasts from its start to its end as the log states them; time after the last event is unknown.",
    `A visit is an outlier beyond ${duration(fenceHigh, locale)}${below}: the middle half and ${width} times its width.`,
    'A source fits a referrer when its name is part of the site: "google" fits google.co.in, not youtube.com.',
  ];
}

export default function SessionsPage(props: PageProps) {
  const { outcome, currency, locale, onView, actions } = props;
  const scalars = useMemo(() => readScalars(outcome.result.scalars), [outcome]);
  const words = { currency, locale };
  const found = useMemo(
    () => findings(scalars, outcome.result.tables, { currency, locale }),
    [scalars, outcome, currency, locale],
  );
  const [asked, setAsked] = useState(0);
  const show = (view: View) => {
    setAsked(asked + 1);
    onView(view);
    document.querySelector("#tables > .tabbed")?.scrollIntoView({ block: "start" });
  };
  return (
    <Page
      headline={headline(scalars, words)}
      subtitle={`${plural(scalars.sessions, "session", "sessions", locale)}`}
      findings={found}
      onFinding={show}
      grade={outcome.grade}
      actions={actions}
    >
      <KeyFigures figures={figures(scalars, words)} />
      <Violins {...props} />
      <Tables {...props} asked={asked} />
      <Histogram {...props} scalars={scalars} />
      <Doubts notices={outcome.notices} assumptions={assumptions(props, scalars)} locale={locale} />
    </Page>
  );
}

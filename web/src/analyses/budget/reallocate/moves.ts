// Winners and losers: the campaigns whose budgets change most, to the right what they gain, to the left what they give.
import type { ChartConfiguration } from "chart.js";
import { axis, type ChartTheme, names, tooltip } from "../../../ui/chart";
import { compact, fullMoney } from "../../../ui/format";
import type { Column, TableData } from "../../../ui/types";
import { rounded } from "./headline";
import { readCampaigns, type Words } from "./read";

export interface Move {
  row: number;
  name: string;
  today: number;
  budget: number;
  change: number;
}

export const mostMoves = 8;

/** The largest raises, then the largest cuts with the deepest last. */
export function movesOf(table: TableData | undefined): Move[] {
  const read = readCampaigns(table);
  const all = Array.from({ length: read.rows }, (_, row) => ({
    row,
    name: read.name(row),
    today: read.at("cost", row),
    budget: read.at("optimized_budget", row),
    change: read.at("budget_change", row),
  })).sort((a, b) => b.change - a.change || a.row - b.row);
  const up = all.filter((move) => move.change > 0.005).slice(0, mostMoves);
  const down = all.filter((move) => move.change < -0.005).slice(-mostMoves);
  return [...up, ...down];
}

export function movesTitle(moves: Move[], words: Words): string {
  const up = moves.filter((move) => move.change > 0);
  const down = moves.filter((move) => move.change < 0);
  const show = (value: number) => rounded(Math.abs(value), words);
  const [winner] = up;
  const loser = down.at(-1);
  if (!winner && !loser) return "No budget changes";
  if (!loser) return `${winner?.name} gains most: ${show(winner?.change ?? 0)}`;
  if (!winner) return `${loser.name} gives most: ${show(loser.change)}`;
  return `${winner.name} gains most (${show(winner.change)}), ${loser.name} gives most (${show(loser.change)})`;
}

const short = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1)}\u2026` : name);

/** `letters` is how much of a name there is room for. */
export function movesConfig(moves: Move[], letters: number, { currency, locale }: Words) {
  return (theme: ChartTheme): ChartConfiguration<"bar"> => ({
    type: "bar",
    data: {
      labels: moves.map((move) => short(move.name, letters)),
      datasets: [
        {
          data: moves.map((move) => move.change),
          backgroundColor: moves.map((move) => (move.change > 0 ? theme.scale : theme.reduce)),
          maxBarThickness: 16,
        },
      ],
    },
    options: {
      indexAxis: "y",
      scales: {
        x: axis(theme, {
          title: currency ? `Change of budget (${currency})` : "Change of budget",
          format: (value) => compact(value, locale, currency),
        }),
        y: names(theme),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            title: ([item]) => moves[item?.dataIndex ?? -1]?.name ?? "",
            label: (item) => {
              const move = moves[item.dataIndex];
              if (!move) return "";
              return `${fullMoney(move.today, currency, locale)} to ${fullMoney(move.budget, currency, locale)}`;
            },
          },
        },
      },
    },
  });
}

/** The same figures as a table. */
export function movesTable(moves: Move[]): TableData {
  const column = (pick: (move: Move) => number): Column => ({ kind: "number", values: Float64Array.from(moves, pick) });
  return {
    rows: moves.length,
    columns: {
      campaign: { kind: "text", codes: Int32Array.from(moves.keys()), dictionary: moves.map((move) => move.name) },
      cost: column((move) => move.today),
      optimized_budget: column((move) => move.budget),
      budget_change: column((move) => move.change),
    },
  };
}

// Which table and which columns an analysis takes: the engine's proposal, corrected by the person's mapping.
import { isSample } from "../engine/samples";
import type {
  AnalysisInfo,
  ColumnReport,
  InputInfo,
  Role,
  RunRequest,
  Suits,
  SuitsInput,
  TableReport,
} from "../engine/types";
import { fingerprint } from "./fingerprint";
import type { Roles } from "./storage";

export interface InputFit extends SuitsInput {
  /** What the person chose, as the run request wants it. */
  chosen: Roles;
}

export interface Fit {
  info: AnalysisInfo;
  enough: boolean;
  inputs: InputFit[];
}

const kindFits = (column: ColumnReport, kind: string) => kind === "text" || column.type === kind;

/** The columns a person may choose for a role: of its kind first, then the rest (the engine says when one is unfit). */
export function candidates(table: TableReport, kind: string): ColumnReport[] {
  const fit = table.columns.filter((column) => kindFits(column, kind));
  return [...fit, ...table.columns.filter((column) => !fit.includes(column))];
}

/** The same whether or not its personal columns were kept, and in whatever order the columns stand. */
export function tableFingerprint(table: TableReport): string {
  const names = [...table.columns.map((column) => column.name), ...table.personal];
  return fingerprint([...new Set(names.map((name) => name.trim().toLowerCase()))].sort());
}

/** What a file of this kind is known again by: its own columns, whatever was made of them. */
export function fileFingerprint(table: TableReport): string {
  const header = table.shape?.header ?? [];
  if (header.length === 0) return tableFingerprint(table);
  return fingerprint([...new Set(header.map((name) => name.trim().toLowerCase()))].sort());
}

function corrected(input: InputInfo, suits: SuitsInput, chosen: Roles): InputFit {
  const roles: Roles = { ...suits.roles };
  const mine: Roles = {};
  for (const role of input.roles) {
    const column = chosen[role.name];
    if (column === undefined) continue;
    mine[role.name] = column;
    if (column === "") delete roles[role.name];
    else roles[role.name] = column;
  }
  const missing = input.roles.filter((role) => role.required && !(role.name in roles)).map((role) => role.name);
  return { ...suits, roles, missing_roles: missing, chosen: mine };
}

function ownRoles(input: InputInfo, table: TableReport): Roles {
  const names = new Set(input.roles.map((role) => role.name));
  const mapped = table.columns.filter((column) => column.role !== null && names.has(column.role));
  return Object.fromEntries(mapped.map((column) => [column.role ?? "", column.name]));
}

/** A table held against an input on its own roles and the person's mapping, without the engine's proposal. */
function heldAgainst(input: InputInfo, table: TableReport, mappings: Record<string, Roles>): InputFit {
  const suits = { input: input.name, table: table.id, roles: ownRoles(input, table), missing_roles: [] };
  return corrected(input, suits, mappings[tableFingerprint(table)] ?? {});
}

function fitInput(
  input: InputInfo,
  suits: Suits | undefined,
  tables: TableReport[],
  mappings: Record<string, Roles>,
): InputFit {
  const proposal = suits?.inputs.find((one) => one.input === input.name);
  const table = tables.find((one) => one.id === proposal?.table);
  if (proposal && table) return corrected(input, proposal, mappings[tableFingerprint(table)] ?? {});
  // The engine found no table: one that the person has mapped may still do, the one that lacks least first.
  const own = tables
    .map((one) => heldAgainst(input, one, mappings))
    .filter((fit) => Object.keys(fit.chosen).length > 0);
  own.sort((a, b) => a.missing_roles.length - b.missing_roles.length);
  if (own[0] && (input.required || own[0].missing_roles.length === 0)) return own[0];
  const missing = input.roles.filter((role) => role.required).map((role) => role.name);
  return { input: input.name, table: null, roles: {}, missing_roles: proposal?.missing_roles ?? missing, chosen: {} };
}

const usable = (fit: InputFit | undefined) => fit !== undefined && fit.table !== null && fit.missing_roles.length === 0;

/** The inputs of which one is enough, group by group. */
function alternatives(info: AnalysisInfo): InputInfo[][] {
  const words = new Set(info.inputs.flatMap((input) => input.either || []));
  return [...words].map((word) => info.inputs.filter((input) => input.either === word));
}

/** What an analysis cannot do without: each required input, and each one that may stand for another. */
export const wanted = (info: AnalysisInfo): InputInfo[] =>
  info.inputs.filter((input) => input.required || input.either);

export function fitOf(
  info: AnalysisInfo,
  suits: Suits | undefined,
  tables: TableReport[],
  mappings: Record<string, Roles>,
): Fit {
  const inputs = info.inputs.map((input) => fitInput(input, suits, tables, mappings));
  const has = (input: InputInfo) => usable(inputs[info.inputs.indexOf(input)]);
  const enough =
    info.inputs.every((input) => !input.required || has(input)) && alternatives(info).every((group) => group.some(has));
  return { info, enough, inputs };
}

/** What the engine proposes, of these tables. */
export interface Offer {
  suits: Suits[];
  tables: TableReport[];
}

/** One's own data where it is enough, else a sample where that is: never some of each. */
export function fitOfEither(info: AnalysisInfo, own: Offer, sample: Offer, mappings: Record<string, Roles>): Fit {
  const held = ({ suits, tables }: Offer) =>
    fitOf(
      info,
      suits.find((one) => one.analysis === info.id),
      tables,
      mappings,
    );
  const mine = held(own);
  if (mine.enough || sample.tables.length === 0) return mine;
  const theirs = held(sample);
  return theirs.enough || own.tables.length === 0 ? theirs : mine;
}

/** Tables of the other kind, sample or one's own: none of them is to be added to what is taken. */
function strangers(taken: (number | null)[], tables: TableReport[]): number[] {
  const first = tables.find((table) => taken.includes(table.id));
  const others = tables.filter((table) => first && isSample(table.part) !== isSample(first.part));
  return others.map((table) => table.id);
}

/** `tables` are all that are open. */
export function requestOf(fit: Fit, params: Record<string, unknown>, tables: TableReport[] = []): RunRequest {
  // An input without a usable table is said to have none, lest the engine find one that was ruled out here.
  const inputs = fit.inputs.map((input) => {
    return [input.input, usable(input) ? { table: input.table, roles: input.chosen } : { table: null }] as const;
  });
  const apart = strangers(
    inputs.map(([, { table }]) => table),
    tables,
  );
  return { inputs: Object.fromEntries(inputs), params, ...(apart.length > 0 && { apart }) };
}

/** "orders per week and spend": what stands between the data and the analysis, in the analysis's own words. */
export function missingLabels(fit: Fit): string[] {
  const either = alternatives(fit.info)
    .filter((group) => !group.some((input) => usable(fit.inputs.find((one) => one.input === input.name))))
    .map((group) => group.map((input) => input.label.toLowerCase()).join(" or "));
  const roles = fit.info.inputs.flatMap((input) => {
    const lacking = fit.inputs.find((one) => one.input === input.name);
    if (!input.required || !lacking) return [];
    return input.roles.filter((role) => lacking.missing_roles.includes(role.name)).map((role) => role.label);
  });
  return [...roles, ...either];
}

/** A role as it is shown for choosing: roles of several analyses that mean the same are one, under the first's name. */
export interface ShownRole extends Role {
  /** All the names that a choice is for, its own among them. */
  names: string[];
  /** Only analyses for which the table is not enough ask for it. */
  isOther: boolean;
}

/** Roles of one label that rest on one column are shown once; where they rest on different ones, each is shown. */
function shownOnce(roles: (Role & { isOther: boolean })[], columns: Roles): ShownRole[] {
  const shown: ShownRole[] = [];
  for (const role of roles) {
    const same = shown.find(
      (one) => one.name === role.name || (one.label === role.label && columns[one.name] === columns[role.name]),
    );
    if (!same) shown.push({ ...role, names: [role.name] });
    else if (!same.names.includes(role.name)) same.names.push(role.name);
    if (same && role.required) same.required = true;
  }
  return shown;
}

export interface ShownMapping {
  input: Omit<InputInfo, "roles"> & { roles: ShownRole[] };
  fit: InputFit;
  /** The analyses that take the table and lack columns, while it is enough for others. */
  others: string[];
}

interface Use {
  title: string;
  input: InputInfo;
  fit: InputFit;
}

const lacks = (use: Use) => use.fit.missing_roles.length;

/** Every input held against the table: those that use it as they fit, else the one it is nearest to. */
function usesOf(table: TableReport, fits: Fit[], mappings: Record<string, Roles>): Use[] {
  const all = fits.flatMap(({ info, inputs }) =>
    info.inputs.map((input, k) => ({ title: info.title, input, fit: inputs[k] })),
  );
  const using = all.filter((one): one is Use => one.fit?.table === table.id);
  if (using.length > 0) return using;
  const held = all.map((one) => ({ ...one, fit: heldAgainst(one.input, table, mappings) }));
  return held.sort((a, b) => lacks(a) - lacks(b)).slice(0, 1);
}

/**
 * What the mapping of a table is about: the inputs it is enough for, or the one it comes nearest to, and apart from them
 * what others that use it ask for. A file that can be scored is not said to lack what only a session log has.
 */
export function mappingOf(table: TableReport, fits: Fit[], mappings: Record<string, Roles>): ShownMapping | null {
  const uses = usesOf(table, fits, mappings);
  const enough = uses.filter((use) => lacks(use) === 0);
  const main = enough.length > 0 ? enough : [...uses].sort((a, b) => lacks(a) - lacks(b)).slice(0, 1);
  const [first] = main;
  if (!first) return null;
  const rest = uses.filter((use) => !main.includes(use));
  const roles = [
    ...main.flatMap(({ input }) => input.roles.map((role) => ({ ...role, isOther: false }))),
    ...rest.flatMap(({ input }) => input.roles.map((role) => ({ ...role, isOther: true, required: false }))),
  ];
  const held = heldAgainst({ ...first.input, roles }, table, mappings);
  const proposed = [...main, ...rest].flatMap((use) => Object.entries(use.fit.roles));
  const open = proposed.reverse().filter(([role]) => held.chosen[role] === undefined);
  const columns = { ...Object.fromEntries(open), ...held.roles };
  const shown = shownOnce(roles, columns);
  const missing = shown.filter((role) => role.required && !columns[role.name]).map((role) => role.name);
  return {
    input: { ...first.input, roles: shown },
    fit: { ...held, roles: columns, missing_roles: missing },
    others: [...new Set(rest.map((use) => use.title))],
  };
}

// Which columns of text hold the engine's own words, and not what someone called something: all others may name.

/** By the name of the column, or of its table and the column where others of that name hold names. */
const ours = new Set(
  [
    "action action_type at_bound capped counted dimension direction effect excluded_for field finding formula gate kind",
    "label locked match_level match_type mature metric model model_a model_b note notes quadrant selection_reason",
    "side start status tag validated why campaigns.curve segments.name totals.group totals.key totals.name",
  ]
    .join(" ")
    .split(" "),
);

export const isOurs = (table: string, column: string): boolean => ours.has(column) || ours.has(`${table}.${column}`);

/** What the engine calls things by in columns of names: everything together, what has no name, where a journey ends. */
export const ourNames: readonly string[] = ["all", "(missing)", "(other)", "More touches", "Converted", "Lost"];

/** Columns that tell people and visits apart: they are no result, and never travel. */
const personal = new Set(["user", "user_id", "session", "session_id"]);

export const isPersonal = (column: string): boolean => personal.has(column);

// The sample of decisions: an invented Amazon account by day, and the log of what its team did.
import { stream } from "./random.mjs";

const seed = 20260907;
const days = 105;
const firstDay = Date.UTC(2026, 5, 1);
const window = 14;
const performanceHeader =
  "Date,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Spend,7 Day Total Sales,7 Day Total Orders (#)";
const actionsHeader =
  "Action date,Action type,Campaign name,Ad group name,Target text,Match type,Old value,New value,Reason";

const products = [
  { name: "Yoga Mat", words: ["thick", "travel", "non slip", "purple", "kids", "eco"], price: 34 },
  { name: "Dog Leash", words: ["long", "leather", "hands free", "puppy", "reflective", "heavy duty"], price: 19 },
  { name: "Desk Lamp", words: ["led", "small", "dimmable", "clip on", "office", "vintage"], price: 42 },
  { name: "Coffee Grinder", words: ["manual", "electric", "burr", "portable", "quiet", "large"], price: 58 },
  { name: "Water Bottle", words: ["steel", "kids", "1 liter", "glass", "with straw", "gym"], price: 24 },
  { name: "Hiking Socks", words: ["wool", "mens", "womens", "thin", "winter", "5 pack"], price: 17 },
];

const dayText = (day) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);

/** A search term under a target: what is bid on, what people typed, and how well it sells. */
function drawLeaf(product, place, term, random) {
  return {
    ...place,
    term,
    clicks: place.size * Math.exp(0.7 * random.bell()),
    cpc: 0.85 * Math.exp(0.25 * random.bell()),
    // Much of what automatic targeting finds sells next to nothing.
    rate: 0.085 * Math.exp(0.45 * random.bell()) * (place.campaign.endsWith("Auto") && random.chance(0.5) ? 0.05 : 1),
    price: product.price * Math.exp(0.08 * random.bell()),
    luck: random.bell(),
    effect: { clicks: 1, cpc: 1, rate: 1 },
    days: [],
  };
}

function drawAccount(random) {
  const leaves = [];
  for (const product of products) {
    const noun = product.name.toLowerCase();
    const add = (campaign, group, target, match, size, terms) => {
      const place = { campaign: `SP | ${product.name} | ${campaign}`, group, target, match, size };
      for (const term of terms) leaves.push(drawLeaf(product, place, term, random));
    };
    for (const word of product.words) {
      add("Exact", `${product.name} - Exact`, `${word} ${noun}`, "EXACT", 2.6, [`${word} ${noun}`]);
      const near = [`${word} ${noun}`, `best ${word} ${noun}`, `cheap ${noun} ${word}`];
      add("Broad", `${product.name} - Generic`, `${word} ${noun}`, "BROAD", 0.55, near);
    }
    for (const kind of ["close-match", "loose-match", "substitutes"]) {
      const terms = product.words.map(
        (word) => `${kind === "substitutes" ? "other" : kind.slice(0, 5)} ${noun} ${word}`,
      );
      add("Auto", "AG 1", kind, "TARGETING_EXPRESSION_PREDEFINED", 0.4, terms);
    }
  }
  return leaves;
}

/** A day of a search term; luck comes and goes over a few days, so that a bad fortnight is often only that. */
function live(leaf, day, random) {
  leaf.luck = 0.88 * leaf.luck + Math.sqrt(1 - 0.88 ** 2) * random.bell();
  const season = (1 + 0.0012 * day) * (day % 7 < 5 ? 1.04 : 0.92);
  const { effect } = leaf;
  const clicks = random.count(leaf.clicks * season * effect.clicks * Math.exp(0.2 * leaf.luck));
  const orders = random.count(clicks * leaf.rate * effect.rate * Math.exp(0.35 * leaf.luck));
  let spend = 0;
  for (let click = 0; click < clicks; click++) spend += leaf.cpc * effect.cpc * Math.exp(0.2 * random.bell());
  const sales = orders * leaf.price;
  leaf.days.push({ clicks, spend, orders, sales, impressions: random.count((clicks + 0.3) * 24) });
}

function before(leaf, day) {
  const out = { clicks: 0, spend: 0, sales: 0, orders: 0 };
  for (const one of leaf.days.slice(Math.max(0, day - window), day)) {
    for (const name of Object.keys(out)) out[name] += one[name];
  }
  return out;
}

const money = (value) => `$${value.toFixed(2)}`;

/** What the team does about a target with this return; null for nothing. What it does to the market is `effect`. */
function choose(leaf, sums, roas, usual, random) {
  const cpc = sums.spend / sums.clicks;
  const auto = leaf.match.startsWith("TARGETING");
  if (leaf.match !== "EXACT" && sums.orders >= 2 && random.chance(0.3)) {
    return {
      type: "HARVEST",
      target: leaf.term,
      match: "EXACT",
      reason: "2+ orders, move to exact",
      effect: { clicks: 0 },
    };
  }
  if (sums.sales === 0 && auto && sums.clicks >= 4) {
    return {
      type: "NEGATIVE",
      target: leaf.term,
      match: "NEGATIVE_EXACT",
      reason: "Clicks without sales",
      effect: { clicks: 0 },
    };
  }
  if (leaf.match !== "EXACT") return null;
  if (roas < 0.35 * usual && random.chance(0.25)) {
    return { type: "PAUSE", target: leaf.target, match: leaf.match, reason: "No sales", effect: { clicks: 0 } };
  }
  const [factor, type] =
    roas < 0.7 * usual ? [0.8, "BID_DOWN"] : [1.2, random.chance(0.2) ? "VISIBILITY_BOOST" : "BID_UP"];
  if (roas > 0.7 * usual && roas < 1.4 * usual) return null;
  const effect = factor < 1 ? { clicks: 0.97, cpc: 0.8 } : { clicks: 1.35, cpc: 1.14 };
  const bids = { old: money(cpc), new: money(cpc * factor * 0.98) };
  return {
    type,
    target: leaf.target,
    match: leaf.match,
    reason: type === "BID_DOWN" ? "High ACOS" : "Scale",
    bids,
    effect,
  };
}

/** A harvested term goes on under a target of its own, and sells a little better there. */
function replant(leaf, day) {
  const nothing = { clicks: 0, spend: 0, orders: 0, sales: 0, impressions: 0 };
  const campaign = leaf.campaign.replace(/\w+$/, "Exact");
  const group = `${campaign.split(" | ")[1]} - Harvested`;
  const place = { campaign, group, target: leaf.term, match: "EXACT", touched: true };
  const effect = { clicks: 1.15, cpc: 0.95, rate: 1.1 };
  return { ...leaf, ...place, effect, days: Array.from({ length: day }, () => nothing) };
}

/** Every Tuesday; one in eight decisions never reaches the platform. */
function review(leaves, day, log, random) {
  const account = { spend: 0, sales: 0 };
  for (const leaf of leaves) {
    const sums = before(leaf, day);
    account.spend += sums.spend;
    account.sales += sums.sales;
  }
  const moved = [];
  for (const leaf of leaves) {
    const sums = before(leaf, day);
    if (leaf.touched || sums.clicks < 4 || !random.chance(0.3)) continue;
    const choice = choose(leaf, sums, sums.sales / sums.spend, account.sales / account.spend, random);
    if (!choice) continue;
    leaf.touched = true;
    log.push({ day, leaf, ...choice });
    if (random.chance(0.125)) continue;
    Object.assign(leaf.effect, choice.effect);
    if (choice.type === "HARVEST") moved.push(replant(leaf, day));
  }
  leaves.push(...moved);
}

const quoted = (cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

function* performanceCsv(leaves) {
  const lines = [performanceHeader];
  for (let day = 0; day < days; day++) {
    for (const leaf of leaves) {
      const { clicks, spend, orders, sales, impressions } = leaf.days[day];
      if (impressions === 0 || (clicks === 0 && orders === 0 && impressions < 12)) continue;
      const names = [dayText(day), "USD", leaf.campaign, leaf.group, leaf.target, leaf.match, leaf.term];
      lines.push(`${quoted(names)},${impressions},${clicks},${money(spend)},${money(sales)},${orders}`);
    }
    yield;
  }
  return `${lines.join("\n")}\n`;
}

function actionsCsv(log, random) {
  const lines = log.map(({ day, leaf, type, target, match, reason, bids }) => {
    const campaign = random.chance(0.1) ? leaf.campaign.toUpperCase() : leaf.campaign;
    const cells = [dayText(day), type, campaign, leaf.group, target, match, bids?.old ?? "", bids?.new ?? "", reason];
    return quoted(cells);
  });
  const old = quoted([
    dayText(60),
    "BID_DOWN",
    "SP | Yoga Mat | Broad",
    "",
    "retired mat",
    "BROAD",
    "$0.80",
    "$0.60",
    "From an old export",
  ]);
  return `${[actionsHeader, ...lines, old].join("\n")}\n`;
}

/**
 * The texts of the sample by file name; it pauses after each piece of work, so that a page may do other things.
 * @returns {Generator<void, Record<string, string>>}
 */
export function* sample() {
  const random = stream(seed, 1);
  const leaves = drawAccount(random);
  const log = [];
  for (let day = 0; day < days; day++) {
    if (day >= 42 && day % 7 === 1) review(leaves, day, log, random);
    yield;
    for (const leaf of leaves) live(leaf, day, random);
    yield;
  }
  return { "impact_performance.csv": yield* performanceCsv(leaves), "impact_actions.csv": actionsCsv(log, random) };
}

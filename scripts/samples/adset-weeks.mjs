// The sample of scoring: invented ad sets by week, with the mess of a real export.
import { drawChannel, makeId, nameAdset, nameCampaign } from "./market.mjs";
import { stream } from "./random.mjs";

const seed = 20261116;
const lastWeek = Date.UTC(2026, 10, 16);
export const sampleAdsets = 800;

export const usualWeeks = 16;
export const header =
  "Week,Channel,Campaign ID,Campaign,Ad set ID,Ad set,Currency,Spend,Clicks,Impressions,Sessions,Attributed orders (IHC),pLTV,Influenced trials,HVC male,HVC female";

const weeksUntilLast = (count) =>
  Array.from({ length: count }, (_, k) =>
    new Date(lastWeek - (count - 1 - k) * 7 * 86_400_000).toISOString().slice(0, 10),
  );

const quote = (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What an ad set is like for as long as it runs. */
function drawAdset(campaign, number, weekCount, random) {
  const { channel } = campaign;
  const tiny = random.chance(0.17);
  const first = random.chance(0.7) ? 0 : random.whole(1, weekCount - 6);
  return {
    campaign,
    id: makeId(channel, number),
    name: nameAdset(channel, campaign, random),
    renamedFrom: random.chance(0.02) ? random.whole(4, weekCount - 2) : weekCount,
    first,
    last: random.chance(0.86) ? weekCount - 1 : random.whole(first + 1, weekCount - 4),
    spend: tiny ? random.between(4, 48) : channel.spend * (0.2 + 0.8 * Math.exp(0.95 * random.bell())),
    cpc: channel.cpc * Math.exp(0.12 * random.bell()),
    rate: channel.rate * Math.exp(campaign.quality + 0.16 * random.bell()),
    value: channel.value * Math.exp(0.14 * random.bell()),
    // A creative that wears out loses orders week by week.
    fade: random.chance(0.16) ? random.between(0.015, 0.03) : 0,
    female: random.between(0.35, 0.65),
  };
}

/** Prices and budgets rise towards the end of November; so do orders per click, a little. */
const season = (week) => ({
  spend: 1 + 0.08 * Math.sin(week / 2.3) + 0.02 * Math.max(0, week - 9),
  cpc: 1 + 0.008 * week,
  rate: 1 + 0.006 * week,
});

/** The figures of one ad set in one week, as numbers. */
function drawWeek(adset, week, random) {
  const { spend, cpc, rate } = season(week);
  const age = week - adset.first;
  const budget = adset.spend * spend * Math.exp(0.18 * random.bell());
  const clicks = random.count(budget / (adset.cpc * cpc));
  const expected = clicks * adset.rate * rate * Math.exp(-adset.fade * age);
  // Attribution shares an order between touches, so the credit is a fraction and swings less than whole orders do.
  const credited = (0.4 * expected + 0.6 * random.count(expected)) * random.between(0.92, 1.08);
  const trials = random.count(credited * 1.4);
  const valued = random.count(trials * 0.22);
  const female = Math.round(valued * adset.female);
  return {
    spend: budget,
    clicks,
    impressions: Math.round((clicks + 1) / adset.campaign.channel.ctr / 100) * 100,
    sessions: Math.round(clicks * 0.84),
    ihc: credited,
    pltv: trials === 0 ? null : adset.value * (1 + (0.12 * random.bell()) / Math.sqrt(trials + 1)),
    trials,
    male: valued - female,
    female,
  };
}

const decimals = (value, places) => (value === null ? "" : value.toFixed(places));

/** A line without its week. */
function cells(adset, week, figures, random) {
  const { campaign } = adset;
  // Now and then an export leaves a cell empty.
  const cell = (text) => (random.chance(0.0012) ? "" : text);
  const name = week >= adset.renamedFrom ? `${adset.name} (v2)` : adset.name;
  const dimensions = [campaign.channel.name, campaign.id, quote(campaign.name), adset.id, quote(name), "USD"];
  const numbers = [
    cell(decimals(figures.spend, 2)),
    cell(String(figures.clicks)),
    cell(String(figures.impressions)),
    cell(String(figures.sessions)),
    cell(decimals(figures.ihc, 2)),
    cell(decimals(figures.pltv, 1)),
    figures.trials,
    figures.male,
    figures.female,
  ];
  return `${dimensions.join(",")},${numbers.join(",")}`;
}

/** Two rows for one ad set and week, as when an export is pasted together: their sums are the week. */
function split(figures, part) {
  const share = (of) => {
    const piece = (key) =>
      of === 0 ? Math.floor(figures[key] * part) : figures[key] - Math.floor(figures[key] * part);
    const counts = ["clicks", "impressions", "sessions", "trials", "male", "female"].map((key) => [key, piece(key)]);
    const scale = of === 0 ? part : 1 - part;
    return { ...figures, ...Object.fromEntries(counts), spend: figures.spend * scale, ihc: figures.ihc * scale };
  };
  return [share(0), share(1)];
}

/** Every line of the endless market, campaign by campaign; the sample is its beginning. */
export function* lines(adsetLimit = Number.POSITIVE_INFINITY, weekCount = usualWeeks) {
  const weeks = weeksUntilLast(weekCount);
  let adsets = 0;
  for (let number = 1; adsets < adsetLimit; number++) {
    const random = stream(seed, number);
    const channel = drawChannel(random);
    const campaign = { channel, id: makeId(channel, number * 8), quality: 0.22 * random.bell() };
    Object.assign(campaign, nameCampaign(channel, number, random));
    for (let left = random.whole(2, 6); left > 0 && adsets < adsetLimit; left--) {
      adsets++;
      yield* adsetLines(drawAdset(campaign, 5_000_000 + adsets, weekCount, random), weeks, random);
    }
  }
}

function* adsetLines(adset, weeks, random) {
  for (let week = adset.first; week <= adset.last; week++) {
    const figures = drawWeek(adset, week, random);
    if (random.chance(0.015)) continue;
    const parts = random.chance(0.006) ? split(figures, random.between(0.2, 0.8)) : [figures];
    for (const part of parts) yield `${weeks[week]},${cells(adset, week, part, random)}`;
  }
}

/**
 * The texts of the sample by file name; it pauses after each piece of work, so that a page may do other things.
 * @returns {Generator<void, Record<string, string>>}
 */
export function* sample() {
  let text = `${header}\n`;
  for (const line of lines(sampleAdsets)) {
    text += `${line}\n`;
    yield;
  }
  return { "adset_weeks.csv": text };
}

// The sample of budgets: invented campaigns by week, whose further dollars bring less and less.
import { stream } from "./random.mjs";

const seed = 20261123;
const weeks = 20;
const lastWeek = Date.UTC(2026, 10, 16);
const header = "Week,Platform,Campaign ID,Campaign,Currency,Impressions,Clicks,Spend,Conversions,Revenue";

// Typical weekly spend, cost per click, conversions per click at that spend, click-through rate, value of an order, and how
// fast a further dollar brings less (1: not at all).
const platforms = [
  { name: "Google Ads", code: "GA", spend: 980, cpc: 1.6, rate: 0.041, ctr: 0.045, value: 74, bend: 0.62, ids: 2100 },
  { name: "Meta", code: "FB", spend: 820, cpc: 1.1, rate: 0.024, ctr: 0.014, value: 66, bend: 0.7, ids: 1202 },
  {
    name: "Microsoft Advertising",
    code: "MS",
    spend: 310,
    cpc: 1.2,
    rate: 0.038,
    ctr: 0.038,
    value: 79,
    bend: 0.55,
    ids: 3900,
  },
  { name: "TikTok", code: "TT", spend: 520, cpc: 0.8, rate: 0.013, ctr: 0.011, value: 52, bend: 0.78, ids: 1779 },
];
const markets = ["US", "CA", "UK"];
const aims = {
  "Google Ads": ["Search Brand", "Search Generic", "Search Competitor", "Shopping", "Performance Max", "YouTube"],
  Meta: ["Prospecting Broad", "Lookalike 1%", "Retargeting", "Advantage+ Shopping", "Winback"],
  "Microsoft Advertising": ["Search Brand", "Search Generic", "Shopping"],
  TikTok: ["Spark Ads", "Prospecting Broad", "Retargeting"],
};

const weekText = (week) => new Date(lastWeek - (weeks - 1 - week) * 7 * 86_400_000).toISOString().slice(0, 10);

function drawCampaign(platform, aim, market, number, random) {
  const size = { US: 1.35, CA: 0.55, UK: 0.8 }[market];
  return {
    platform,
    id: `${platform.ids}${String(400_000_000 + number * 7919).padStart(9, "0")}`,
    name: `${platform.code} | ${market} | ${aim}`,
    spend: platform.spend * size * Math.exp(0.45 * random.bell()),
    cpc: platform.cpc * Math.exp(0.12 * random.bell()),
    rate: platform.rate * Math.exp(0.38 * random.bell() + (/Brand|Retargeting/.test(aim) ? 0.3 : 0)),
    bend: Math.min(0.92, Math.max(0.3, platform.bend + 0.08 * random.bell())),
    value: platform.value * Math.exp(0.1 * random.bell()),
    first: 0,
  };
}

function drawAccount(random) {
  const campaigns = [];
  for (const platform of platforms) {
    for (const aim of aims[platform.name]) {
      for (const market of markets) campaigns.push(drawCampaign(platform, aim, market, campaigns.length + 1, random));
    }
  }
  // One has just begun; one shows ads that nobody clicks.
  const fresh = drawCampaign(platforms[1], "Reels test", "US", 900, random);
  const silent = drawCampaign(platforms[0], "Display test", "UK", 901, random);
  return [...campaigns, { ...fresh, first: weeks - 3 }, { ...silent, spend: 45, isSilent: true }];
}

/** Conversions follow spend with falling returns around the campaign's usual week; clicks do not know of it. */
function drawWeek(campaign, week, random) {
  const { platform } = campaign;
  const season = 1 + 0.1 * Math.sin(week / 2.6);
  const spend = campaign.spend * season * Math.exp(0.28 * random.bell());
  if (campaign.isSilent) return { spend, clicks: 0, impressions: 1800 + random.whole(0, 400), conversions: 0 };
  const clicks = random.count(spend / campaign.cpc);
  const usual = campaign.spend / campaign.cpc;
  const expected = usual * campaign.rate * (spend / campaign.spend) ** campaign.bend;
  const conversions = Math.min(clicks, random.count(expected));
  return { spend, clicks, impressions: Math.round(clicks / platform.ctr), conversions };
}

function line(campaign, week, figures, random) {
  const { spend, clicks, impressions, conversions } = figures;
  const revenue = conversions * campaign.value * Math.exp((0.15 * random.bell()) / Math.sqrt(conversions + 1));
  const names = [weekText(week), campaign.platform.name, campaign.id, campaign.name, "USD"];
  return [...names, impressions, clicks, spend.toFixed(2), conversions, revenue.toFixed(2)].join(",");
}

/**
 * The texts of the sample by file name; it pauses after each piece of work, so that a page may do other things.
 * @returns {Generator<void, Record<string, string>>}
 */
export function* sample() {
  const random = stream(seed, 1);
  const lines = [header];
  for (const campaign of drawAccount(random)) {
    for (let week = campaign.first; week < weeks; week++) {
      lines.push(line(campaign, week, drawWeek(campaign, week, random), random));
    }
    yield;
  }
  return { "budget_campaigns.csv": `${lines.join("\n")}\n` };
}

// The invented market behind the sample: channels, their prices, and how campaigns and ad sets are named.

// cost per click, orders per click, click-through rate, predicted lifetime value, share of campaigns, typical weekly spend
export const channels = [
  { name: "Meta", cpc: 2.5, rate: 0.031, ctr: 0.013, value: 99, share: 0.34, spend: 560, ids: "12021", digits: 18 },
  { name: "TikTok", cpc: 1.6, rate: 0.0195, ctr: 0.009, value: 69, share: 0.22, spend: 430, ids: "1779", digits: 16 },
  {
    name: "Google Non-Brand",
    cpc: 4.2,
    rate: 0.045,
    ctr: 0.034,
    value: 106,
    share: 0.24,
    spend: 640,
    ids: "6840",
    digits: 15,
  },
  { name: "PMAX", cpc: 1.9, rate: 0.0255, ctr: 0.011, value: 86, share: 0.12, spend: 620, ids: "2173", digits: 15 },
  {
    name: "Google Brand",
    cpc: 1.2,
    rate: 0.0215,
    ctr: 0.11,
    value: 116,
    share: 0.08,
    spend: 420,
    ids: "6841",
    digits: 15,
  },
];

const markets = ["US", "US", "US", "CA", "UK", "AU"];
const social = {
  aims: ["Prospecting", "Prospecting", "Retargeting", "Lookalike 1%", "Lookalike 3%", "Win-back"],
  groups: [
    "Broad 18-34",
    "Broad 25-44",
    "Broad 45+",
    "Interest: Fitness",
    "Interest: Cooking",
    "Site visitors 30d",
    "Cart 14d",
  ],
  forms: [
    "Video",
    "Video 9:16",
    "Static",
    "Carousel",
    'Creator "Day in the life"',
    "Founder story, cut 2",
    "UGC, hook B",
  ],
};
const search = {
  aims: ["Search", "Search", "Search Competitor", "Search Generic"],
  groups: ["Core terms", "Long tail", "Near me", "Pricing", "Reviews", "Alternatives"],
  forms: ["Exact", "Phrase", "Broad match", "RSA 1", 'RSA 2, "free trial"'],
};
const product = {
  aims: ["PMAX", "PMAX New customers"],
  groups: ["Best sellers", "New arrivals", "All products", "Bundles, gifts"],
  forms: ["Asset group A", "Asset group B", "Asset group C"],
};
const brand = {
  ...search,
  aims: ["Brand", "Brand Misspellings"],
  groups: ["Name", "Name + login", "Name + price", "App"],
};
const words = { Meta: social, TikTok: social, "Google Non-Brand": search, PMAX: product, "Google Brand": brand };

/** The channel of a campaign: drawn by share. */
export function drawChannel(random) {
  let left = random.uniform();
  for (const channel of channels) {
    left -= channel.share;
    if (left < 0) return channel;
  }
  return channels[0];
}

/** A market and a name, like "US | Prospecting | C014". */
export function nameCampaign(channel, number, random) {
  const market = random.pick(markets);
  const aim = random.pick(words[channel.name].aims);
  return { market, aim, name: `${market} | ${aim} | C${String(number).padStart(3, "0")}` };
}

/** A name like "US | Prospecting | Broad 25-44 | Video". */
export function nameAdset(channel, campaign, random) {
  const { groups, forms } = words[channel.name];
  return `${campaign.market} | ${campaign.aim} | ${random.pick(groups)} | ${random.pick(forms)}`;
}

/** A long number as text, as ad platforms make them: too long for a double, and nearly sequential. */
export function makeId(channel, number) {
  const tail = String(number * 137 + 10_000).padStart(channel.digits - channel.ids.length, "0");
  return channel.ids + tail;
}

// The made-up channels that the sample journeys run over: how they are tagged, how users move between them, what they cost.

const search = ["running shoes", "trail shoes", "northbeam shoes"];

/** `name` is what the rules make of source and medium. */
export const channels = [
  {
    name: "Paid Search",
    source: "google",
    medium: "cpc",
    campaign: "Search_Shoes",
    terms: search,
    referrer: "https://www.google.com/",
    minutes: 4,
    weekly: 1450,
  },
  {
    name: "Paid Social",
    source: "facebook",
    medium: "paid_social",
    campaign: "Prospecting_Autumn",
    referrer: "https://l.facebook.com/",
    minutes: 2,
    weekly: 1900,
  },
  { name: "Organic Search", source: "", medium: "", campaign: "", referrer: "https://www.google.com/", minutes: 5 },
  { name: "Email", source: "newsletter", medium: "email", campaign: "Weekly", referrer: "", minutes: 6, weekly: 160 },
  { name: "Direct", source: "", medium: "", campaign: "", referrer: "", minutes: 6 },
  {
    name: "Display",
    source: "adnetwork",
    medium: "display",
    campaign: "Retargeting",
    referrer: "https://adnetwork.example.com/",
    minutes: 1,
    weekly: 820,
  },
  {
    name: "Affiliates",
    source: "dealhunter",
    medium: "affiliate",
    campaign: "Deals",
    referrer: "https://dealhunter.example.com/",
    minutes: 3,
    weekly: 310,
  },
  { name: "Organic Video", source: "", medium: "", campaign: "", referrer: "https://www.youtube.com/", minutes: 3 },
];

export const pages = ["Home", "Trail shoes", "Road shoes", "Sale", "Size guide"];

export const firstChance = [0.17, 0.33, 0.19, 0.02, 0.08, 0.09, 0.04, 0.08];

/** By channel before and after. */
export const nextChance = [
  [0.22, 0.06, 0.24, 0.12, 0.18, 0.1, 0.07, 0.01],
  [0.16, 0.24, 0.22, 0.06, 0.13, 0.12, 0.03, 0.04],
  [0.16, 0.05, 0.28, 0.12, 0.24, 0.08, 0.05, 0.02],
  [0.08, 0.03, 0.1, 0.38, 0.31, 0.05, 0.04, 0.01],
  [0.1, 0.04, 0.14, 0.2, 0.4, 0.06, 0.05, 0.01],
  [0.17, 0.1, 0.19, 0.11, 0.18, 0.19, 0.05, 0.01],
  [0.13, 0.03, 0.13, 0.12, 0.3, 0.07, 0.21, 0.01],
  [0.15, 0.1, 0.34, 0.05, 0.14, 0.06, 0.03, 0.13],
];

/** How much readier a user buys on this touch. */
export const lastBoost = [1.5, 0.45, 1.1, 1.7, 1.6, 0.35, 1.9, 0.4];

/** Twelve weeks of spend, one line; nothing for a channel without. */
export function spendOf(channel, random) {
  return channel.weekly ? [`${channel.name},${Math.round(12 * channel.weekly * random.between(0.92, 1.08))}`] : [];
}

// Makes the files to read: invented adset-weeks of 12 columns with quoted names, of a wanted size, the same every time.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { drawChannel, makeId, nameAdset, nameCampaign } from "../../scripts/samples/market.mjs";
import { stream } from "../../scripts/samples/random.mjs";

const header =
  "week_start,channel,campaign_id,campaign_name,adset_id,adset_name,spend,clicks,impressions,sessions,ihc,pltv\n";
const weeks = Array.from({ length: 16 }, (_, k) => new Date(Date.UTC(2026, 7, 3 + 7 * k)).toISOString().slice(0, 10));
const adsetsOfCampaign = 4;
const seed = 7;

const quote = (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The 16 weeks of one ad set, as lines. */
function adsetLines(campaign, number, random) {
  const { channel } = campaign;
  // Names with commas, as marketers write them: nearly half of all rows have a quoted cell.
  const plainName = nameAdset(channel, campaign, random);
  const name = quote(random.chance(0.4) ? plainName.replaceAll(" | ", ", ") : plainName);
  const start = `${channel.name},${campaign.id},${quote(campaign.name)},${makeId(channel, number)},${name}`;
  const budget = channel.spend * random.between(0.2, 2);
  let text = "";
  for (const week of weeks) {
    const spend = budget * random.between(0.7, 1.3);
    const clicks = Math.round(spend / channel.cpc);
    const ihc = clicks * channel.rate * random.between(0.5, 1.5);
    const pltv = channel.value * random.between(0.8, 1.2);
    const counts = `${clicks},${Math.round(clicks / channel.ctr)},${Math.round(clicks * 0.84)}`;
    text += `${week},${start},${spend.toFixed(2)},${counts},${ihc.toFixed(4)},${pltv.toFixed(2)}\n`;
  }
  return text;
}

function* blocks() {
  for (let number = 1; ; number++) {
    const random = stream(seed, number);
    const channel = drawChannel(random);
    const campaign = { channel, id: makeId(channel, number * 8), ...nameCampaign(channel, number, random) };
    for (let k = 0; k < adsetsOfCampaign; k++) {
      yield adsetLines(campaign, 5_000_000 + number * adsetsOfCampaign + k, random);
    }
  }
}

/** Writes whole ad sets until there are enough bytes or rows; keeps a file that is there already. */
export function makeFile(file, { bytes = Number.POSITIVE_INFINITY, rows = Number.POSITIVE_INFINITY }) {
  if (existsSync(file)) return { file, bytes: statSync(file).size };
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  const target = openSync(part, "w");
  let written = 0;
  let lines = 0;
  let pending = header;
  for (const block of blocks()) {
    if (written + pending.length >= bytes || lines >= rows) break;
    lines += weeks.length;
    pending += block;
    if (pending.length < 1 << 20) continue;
    written += writeSync(target, pending);
    pending = "";
  }
  writeSync(target, pending);
  closeSync(target);
  renameSync(part, file);
  return { file, bytes: statSync(file).size };
}

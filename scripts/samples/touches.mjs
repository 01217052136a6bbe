// The sample of attribution: seeded journeys of made-up users as sessions, and what the channels cost; or a plain log of any length.
import { channels, firstChance, lastBoost, nextChance, pages, spendOf } from "./channels.mjs";
import { stream } from "./random.mjs";

const seed = 7_3021;
const sampleUsers = 1500;
const start = Date.UTC(2026, 7, 3);
const days = 84;
const block = 500; // users whose rows are mixed: a log is in no order

function drawIndex(weights, random) {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    0,
    weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    }),
  );
}

/** One user's touches in time: the channel of each, and whether the user bought there. */
function* journey(random) {
  let time = start + random.uniform() * days * 86_400_000;
  let channel = drawIndex(firstChance, random);
  for (let touches = 1; time < start + days * 86_400_000; touches++) {
    const bought = random.chance(0.028 * lastBoost[channel] * Math.min(3, 0.6 + 0.3 * touches));
    yield { time, channel, bought };
    if (random.chance(bought ? 0.6 : 0.3)) return;
    time += 86_400_000 * -Math.log(1 - random.uniform()) * (random.chance(0.25) ? 0.02 : 4);
    channel = drawIndex(nextChance[channel], random);
  }
}

const stamp = (time) => new Date(time).toISOString().slice(0, 19).replace("T", " ");
const worth = (random) => (25 + 60 * Math.exp(0.6 * random.bell())).toFixed(2);

/** A plain log of touches. */
export const plain = {
  header: "user_id,timestamp,channel,conversion,conversion_value",
  line: (user, touch, random) =>
    `u${user},${stamp(touch.time)},${channels[touch.channel].name},${touch.bought ? 1 : 0},${touch.bought ? worth(random) : ""}`,
};

/** Sessions as a site records them, numbered from one. */
const numberedSessions = (count = 0) => ({
  header:
    "session_id,user_id,session_start_ts,session_end_ts,utm_source,utm_medium,utm_campaign,utm_term,page,referrer,conversion,conversion_value",
  line(user, touch, random) {
    const channel = channels[touch.channel];
    const term = channel.terms ? random.pick(channel.terms) : "";
    const base = channel.minutes * (touch.bought ? 1.8 : 1);
    const endless = random.chance(0.006) ? 14 : 1; // a page left open over lunch
    const seconds = Math.max(4, Math.round(60 * base * endless * Math.exp(0.55 * random.bell())));
    const referrer = random.chance(0.07)
      ? random.pick(["https://www.youtube.com/", "https://news.example.org/"])
      : channel.referrer;
    const cells = [`s${++count}`, `u${user}`, stamp(touch.time), stamp(touch.time + seconds * 1000)];
    cells.push(
      channel.source,
      channel.medium,
      channel.campaign,
      term,
      random.pick(pages),
      random.chance(0.1) ? "" : referrer,
    );
    cells.push(touch.bought ? "TRUE" : "FALSE", touch.bought ? worth(random) : "");
    return cells.join(",");
  },
});

/** The lines of so many users, at most `limit`. */
export function* rows(format, users, limit) {
  let count = 0;
  for (let first = 1; first <= users && count < limit; first += block) {
    const lines = [];
    for (let user = first; user < Math.min(first + block, users + 1); user++) {
      const random = stream(seed, user);
      for (const touch of journey(random)) lines.push(format.line(user, touch, random));
    }
    const random = stream(seed, -first);
    for (let i = lines.length; i > 1; i--) {
      const j = Math.floor(i * random.uniform());
      [lines[i - 1], lines[j]] = [lines[j], lines[i - 1]];
    }
    for (const line of lines.slice(0, limit - count)) yield line;
    count += lines.length;
  }
}

/**
 * The texts of the sample by file name; it pauses after each piece of work, so that a page may do other things.
 * @returns {Generator<void, Record<string, string>>}
 */
export function* sample() {
  const sessions = numberedSessions();
  let text = `${sessions.header}\n`;
  for (const line of rows(sessions, sampleUsers, Number.POSITIVE_INFINITY)) {
    text += `${line}\n`;
    yield;
  }
  const spend = channels.flatMap((channel) => spendOf(channel, stream(seed, 0)));
  return { "sessions.csv": text, "channel_spend.csv": `${["channel,spend", ...spend].join("\n")}\n` };
}

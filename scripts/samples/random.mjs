// A small seeded random generator for the sample data: same seed, same file, on every machine.

/** Mixes words into a 32-bit seed, so that each campaign has a stream of its own. */
function mix(...words) {
  let hash = 0x9e3779b9;
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** Draws from the stream keyed by these words (mulberry32). */
export function stream(...words) {
  let state = mix(...words);
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  // Sum of four uniforms, scaled to variance 1: bell-shaped, and never beyond 3.5.
  const bell = () => (uniform() + uniform() + uniform() + uniform() - 2) * Math.sqrt(3);
  return {
    uniform,
    bell,
    chance: (probability) => uniform() < probability,
    between: (low, high) => low + (high - low) * uniform(),
    whole: (low, high) => low + Math.floor((high - low + 1) * uniform()),
    pick: (list) => list[Math.floor(list.length * uniform())],
    count: (mean) => count(mean, uniform, bell),
  };
}

/** A Poisson count; for a large mean the bell curve is near enough. */
function count(mean, uniform, bell) {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * bell()));
  const limit = Math.exp(-mean);
  let k = 0;
  for (let product = uniform(); product > limit; product *= uniform()) k++;
  return k;
}

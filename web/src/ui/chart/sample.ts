// Which points to draw when there are too many: the heaviest, and an even choice of the others.

export const drawLimit = 3000;

export function samplePoints(weights: ArrayLike<number>, limit = drawLimit): Uint32Array {
  const all = Uint32Array.from({ length: weights.length }, (_, index) => index);
  if (all.length <= limit) return all;
  const weight = (index: number) => (Number.isFinite(weights[index]) ? weights[index] : 0);
  const ranked = all.sort((a, b) => weight(b) - weight(a) || a - b);
  const heaviest = ranked.slice(0, Math.floor(limit / 2));
  const others = ranked.subarray(heaviest.length);
  const wanted = limit - heaviest.length;
  const even = Uint32Array.from({ length: wanted }, (_, index) => others[Math.floor((index * others.length) / wanted)]);
  return Uint32Array.from([...heaviest, ...even]).sort();
}

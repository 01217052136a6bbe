// Whole numbers through the range coder: their size first, then their leading bits, both learnt; the rest as it is.
import { Bit, type Decoder, type Encoder } from "./range";

const sizeBits = 6;
const learntBits = 2;

/** 0, -1, 1, -2 ... as 0, 1, 2, 3 ...; both within 2^53. */
const folded = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const unfolded = (value: number) => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/** How many bits a number below 2^54 needs. */
function sizeOf(value: number): number {
  let size = 0;
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) size += 1;
  return size;
}

/** What is learnt of the numbers of one column. */
export class Integers {
  private readonly sizes = Array.from({ length: 1 << sizeBits }, () => new Bit());
  private readonly leading = Array.from({ length: 64 << learntBits }, () => new Bit());

  private leadingOf(size: number, prefix: number): Bit {
    return this.leading[(size << learntBits) | prefix] as Bit;
  }

  write(out: Encoder, value: number): void {
    const number = folded(value);
    const size = sizeOf(number);
    let node = 1;
    for (let k = sizeBits - 1; k >= 0; k--) {
      const bit = (size >> k) & 1;
      out.bit(this.sizes[node] as Bit, bit);
      node = node * 2 + bit;
    }
    const learnt = Math.min(learntBits, Math.max(0, size - 1));
    let prefix = 1;
    for (let k = 0; k < learnt; k++) {
      const bit = Math.floor(number / 2 ** (size - 2 - k)) % 2;
      out.bit(this.leadingOf(size, prefix), bit);
      prefix = prefix * 2 + bit;
    }
    const rest = size - 1 - learnt;
    if (rest > 0) out.raw(number % 2 ** rest, rest);
  }

  read(from: Decoder): number {
    let node = 1;
    for (let k = 0; k < sizeBits; k++) node = node * 2 + from.bit(this.sizes[node] as Bit);
    const size = node - (1 << sizeBits);
    if (size === 0) return 0;
    const learnt = Math.min(learntBits, size - 1);
    let prefix = 1;
    for (let k = 0; k < learnt; k++) prefix = prefix * 2 + from.bit(this.leadingOf(size, prefix));
    const rest = size - 1 - learnt;
    return unfolded(prefix * 2 ** rest + from.raw(rest));
  }
}

// A binary range coder with adaptive bits: numbers cost about what they tell, which general compression misses on short data.
//
// The coder is the carry-less one of Mahoney's lpaq (public description: mattmahoney.net/dc/dce.html, 3.2): the interval
// [low, high] narrows by each bit's probability, and leading bytes that agree are written out.

import { damaged } from "./snapshot";

const half = 32_768;
const least = 48;
const slowest = 60;
/** Zeros at the end are not written; more of them than these are no end. */
const mostUnwritten = 4 * 1024 * 1024;

/** The chance that the next bit is 1, learnt from those before; quick at first, since columns are short. */
export class Bit {
  private chance = half;
  private seen = 0;

  get one(): number {
    return this.chance;
  }

  learn(bit: number): void {
    const target = bit === 1 ? 65_535 : 0;
    const moved = this.chance + Math.trunc((target - this.chance) / (this.seen + 1.6));
    this.chance = Math.min(65_535 - least, Math.max(least, moved));
    if (this.seen < slowest) this.seen += 1;
  }
}

const splitOf = (low: number, high: number, one: number): number => low + Math.floor(((high - low) * one) / 65_536);

export class Encoder {
  private low = 0;
  private high = 0xffff_ffff;
  private readonly out: number[] = [];

  private put(bit: number, one: number): void {
    const split = splitOf(this.low, this.high, one);
    if (bit === 1) this.high = split;
    else this.low = split + 1;
    while (((this.low ^ this.high) & 0xff00_0000) === 0) {
      this.out.push(this.high >>> 24);
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 255) >>> 0;
    }
  }

  bit(model: Bit, bit: number): void {
    this.put(bit, model.one);
    model.learn(bit);
  }

  /** The lowest `count` bits of a number below 2^53, highest first, each as likely as not. */
  raw(value: number, count: number): void {
    for (let k = count - 1; k >= 0; k--) this.put(Math.floor(value / 2 ** k) % 2, half);
  }

  /** What is left; zeros that a reader would assume are not written. */
  finish(): Uint8Array {
    if (this.low > 0) this.out.push((this.low >>> 24) + 1);
    let end = this.out.length;
    while (end > 0 && this.out[end - 1] === 0) end -= 1;
    return Uint8Array.from(this.out.slice(0, end));
  }
}

export class Decoder {
  private low = 0;
  private high = 0xffff_ffff;
  private value = 0;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    for (let k = 0; k < 4; k++) this.value = this.value * 256 + this.next();
  }

  private next(): number {
    const byte = this.bytes[this.at] ?? 0;
    if (this.at > this.bytes.length + mostUnwritten) throw damaged();
    this.at += 1;
    return byte;
  }

  private get(one: number): number {
    const split = splitOf(this.low, this.high, one);
    const bit = this.value <= split ? 1 : 0;
    if (bit === 1) this.high = split;
    else this.low = split + 1;
    while (((this.low ^ this.high) & 0xff00_0000) === 0) {
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 255) >>> 0;
      this.value = ((this.value << 8) | this.next()) >>> 0;
    }
    return bit;
  }

  bit(model: Bit): number {
    const bit = this.get(model.one);
    model.learn(bit);
    return bit;
  }

  raw(count: number): number {
    let value = 0;
    for (let k = 0; k < count; k++) value = value * 2 + this.get(half);
    return value;
  }
}

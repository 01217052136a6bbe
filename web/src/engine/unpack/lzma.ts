// Undoes LZMA (the ".lzma" format of `xz --format=lzma`), which packs WebAssembly a third smaller than gzip does.
// After the LZMA SDK's specification, which Igor Pavlov placed in the public domain.

/** A chance of 0, in parts of 2048, is moved this far towards what came. */
const speed = 5;
const even = 1024;
const headBytes = 13;

/** Reads bits, each by the chance that it had; 32-bit integers throughout, so that no number is boxed. */
class Bits {
  private range = -1;
  private code = 0;
  private at = headBytes + 1;

  constructor(private readonly packed: Uint8Array) {
    for (let k = 0; k < 4; k++) this.code = (this.code << 8) | this.byte();
  }

  private byte(): number {
    const byte = this.packed[this.at++];
    if (byte === undefined) throw new Error("packed bytes end too early");
    return byte;
  }

  private grow(): void {
    if ((this.range & 0xff000000) !== 0) return;
    this.range <<= 8;
    this.code = (this.code << 8) | this.byte();
  }

  one(chances: Uint16Array, index: number): number {
    const chance = chances[index] as number;
    const bound = Math.imul(this.range >>> 11, chance);
    const isZero = (this.code ^ 0x80000000) < (bound ^ 0x80000000);
    if (isZero) {
      this.range = bound;
      chances[index] = chance + ((2048 - chance) >> speed);
    } else {
      this.range = (this.range - bound) | 0;
      this.code = (this.code - bound) | 0;
      chances[index] = chance - (chance >> speed);
    }
    this.grow();
    return isZero ? 0 : 1;
  }

  /** Bits that are as likely 0 as 1. */
  plain(count: number): number {
    let value = 0;
    for (let k = 0; k < count; k++) {
      this.range >>>= 1;
      const isOne = (this.code ^ 0x80000000) >= (this.range ^ 0x80000000);
      if (isOne) this.code = (this.code - this.range) | 0;
      value = (value << 1) | (isOne ? 1 : 0);
      this.grow();
    }
    return value;
  }

  tree(chances: Uint16Array, offset: number, count: number): number {
    let node = 1;
    for (let k = 0; k < count; k++) node = (node << 1) | this.one(chances, offset + node);
    return node - (1 << count);
  }

  /** Lowest bit first. */
  reversed(chances: Uint16Array, offset: number, count: number): number {
    let node = 1;
    let value = 0;
    for (let k = 0; k < count; k++) {
      const bit = this.one(chances, offset + node);
      node = (node << 1) | bit;
      value |= bit << k;
    }
    return value;
  }
}

const evenChances = (count: number) => new Uint16Array(count).fill(even);

/** How long a repeated piece is: 2 to 273. */
class Lengths {
  private readonly choice = evenChances(2);
  private readonly low = evenChances(16 << 3);
  private readonly middle = evenChances(16 << 3);
  private readonly high = evenChances(256);

  read(bits: Bits, place: number): number {
    if (bits.one(this.choice, 0) === 0) return 2 + bits.tree(this.low, place << 3, 3);
    if (bits.one(this.choice, 1) === 0) return 10 + bits.tree(this.middle, place << 3, 3);
    return 18 + bits.tree(this.high, 0, 8);
  }
}

/** How far back a repeated piece stands, less 1. */
class Distances {
  private readonly slots = evenChances(4 << 6);
  private readonly near = evenChances(128);
  private readonly aligned = evenChances(16);

  read(bits: Bits, length: number): number {
    const slot = bits.tree(this.slots, Math.min(length - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const extra = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << extra;
    if (slot < 14) return start + bits.reversed(this.near, start - slot, extra);
    return (start + (bits.plain(extra - 4) << 4) + bits.reversed(this.aligned, 0, 4)) >>> 0;
  }
}

/** What a byte is likely to be, by the byte before it and where it stands. */
class Literals {
  private readonly chances: Uint16Array;

  constructor(
    private readonly contextBits: number,
    private readonly placeBits: number,
  ) {
    this.chances = evenChances(0x300 << (contextBits + placeBits));
  }

  private offset(at: number, before: number): number {
    const place = at & ((1 << this.placeBits) - 1);
    return 0x300 * ((place << this.contextBits) + (before >> (8 - this.contextBits)));
  }

  read(bits: Bits, at: number, before: number): number {
    return bits.tree(this.chances, this.offset(at, before), 8);
  }

  /** After a repeated piece: it went on otherwise than the piece did. */
  readUnlike(bits: Bits, at: number, before: number, expected: number): number {
    const offset = this.offset(at, before);
    let node = 1;
    let rest = expected;
    while (node < 0x100) {
      const guess = (rest >> 7) & 1;
      rest <<= 1;
      const bit = bits.one(this.chances, offset + ((1 + guess) << 8) + node);
      node = (node << 1) | bit;
      if (guess !== bit) break;
    }
    while (node < 0x100) node = (node << 1) | bits.one(this.chances, offset + node);
    return node & 0xff;
  }
}

/** The states after a literal: what came before fades. */
const afterLiteral = (state: number) => (state < 4 ? 0 : state < 10 ? state - 3 : state - 6);

class Unpacking {
  private readonly isPiece = evenChances(12 << 4);
  private readonly isAgain = evenChances(12);
  private readonly isNotLast = evenChances(12);
  private readonly isNotSecond = evenChances(12);
  private readonly isNotThird = evenChances(12);
  private readonly isLong = evenChances(12 << 4);
  private readonly lengths = new Lengths();
  private readonly lengthsAgain = new Lengths();
  private readonly distances = new Distances();
  private state = 0;
  private back: [number, number, number, number] = [0, 0, 0, 0];
  private at = 0;

  constructor(
    private readonly bits: Bits,
    private readonly literals: Literals,
    readonly out: Uint8Array<ArrayBuffer>,
    private readonly placeMask: number,
  ) {}

  /** Goes on for at least so many bytes; false once all are there. */
  run(count: number): boolean {
    let { at } = this;
    const end = Math.min(at + count, this.out.length);
    while (at < end) {
      const place = at & this.placeMask;
      const isPiece = this.bits.one(this.isPiece, (this.state << 4) + place) === 1;
      if (isPiece) at = this.piece(at, place);
      else this.literal(at++);
    }
    this.at = at;
    return at < this.out.length;
  }

  private literal(at: number): void {
    const { bits, literals, out, state } = this;
    const before = at > 0 ? (out[at - 1] as number) : 0;
    const isAfterPiece = state >= 7;
    out[at] = isAfterPiece
      ? literals.readUnlike(bits, at, before, out[at - this.back[0] - 1] as number)
      : literals.read(bits, at, before);
    this.state = afterLiteral(state);
  }

  private piece(at: number, place: number): number {
    const { bits, state } = this;
    let length = 0;
    if (bits.one(this.isAgain, state) === 0) {
      length = this.lengths.read(bits, place);
      this.back = [this.distances.read(bits, length), this.back[0], this.back[1], this.back[2]];
      this.state = state < 7 ? 7 : 10;
    } else if (this.isSingle(place)) {
      length = 1;
      this.state = state < 7 ? 9 : 11;
    } else {
      length = this.lengthsAgain.read(bits, place);
      this.state = state < 7 ? 8 : 11;
    }
    return this.copy(at, length);
  }

  /** Which of the last distances comes again; true for a single byte from the last one. */
  private isSingle(place: number): boolean {
    const { bits, state } = this;
    const [first, second, third, fourth] = this.back;
    if (bits.one(this.isNotLast, state) === 0) return bits.one(this.isLong, (state << 4) + place) === 0;
    if (bits.one(this.isNotSecond, state) === 0) this.back = [second, first, third, fourth];
    else if (bits.one(this.isNotThird, state) === 0) this.back = [third, first, second, fourth];
    else this.back = [fourth, first, second, third];
    return false;
  }

  private copy(at: number, length: number): number {
    const { out } = this;
    const from = at - this.back[0] - 1;
    const end = Math.min(at + length, out.length);
    if (from < 0) throw new Error("packed bytes are damaged");
    for (let to = at, k = from; to < end; to++, k++) out[to] = out[k] as number;
    return end;
  }
}

/** The head must say how many bytes come out. */
function unpacking(packed: Uint8Array): Unpacking {
  const settings = packed[0] ?? 0;
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(5, true);
  const literals = new Literals(settings % 9, Math.floor(settings / 9) % 5);
  return new Unpacking(new Bits(packed), literals, new Uint8Array(size), (1 << Math.floor(settings / 45)) - 1);
}

export function unlzma(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const work = unpacking(packed);
  work.run(Number.POSITIVE_INFINITY);
  return work.out;
}

const sliceBytes = 128 * 1024;

/** The same in slices of a few milliseconds, for the page itself, which must go on answering. */
export async function unlzmaInSlices(packed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const work = unpacking(packed);
  while (work.run(sliceBytes)) await new Promise((resolve) => setTimeout(resolve));
  return work.out;
}

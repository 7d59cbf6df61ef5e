import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeGreyPng } from '../../src/experiment/index.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** A PNG of 3 × 3 pixels of these filtered scanlines, its data in two parts. */
function png(scanlines: readonly number[], depth = 8): Buffer {
  const header = Buffer.from([0, 0, 0, 3, 0, 0, 0, 3, depth, 0, 0, 0, 0]);
  const data = deflateSync(Buffer.from(scanlines));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Comment\0ignored')),
    chunk('IDAT', data.subarray(0, 5)),
    chunk('IDAT', data.subarray(5)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const flat = [0, 10, 20, 30, 0, 40, 55, 60, 0, 5, 250, 7];
const pixels = [10, 20, 30, 40, 55, 60, 5, 250, 7];

describe('a grey PNG', () => {
  it.each([
    ['none', flat],
    ['sub', [1, 10, 10, 10, 1, 40, 15, 5, 1, 5, 245, 13]],
    ['up', [2, 10, 20, 30, 2, 30, 35, 30, 2, 221, 195, 203]],
    ['average', [3, 10, 15, 20, 3, 35, 25, 18, 3, 241, 220, 108]],
    ['Paeth', [4, 10, 10, 10, 4, 30, 15, 5, 4, 221, 245, 13]],
  ])('is read where its scanlines are filtered by “%s”', async (_, scanlines) => {
    const image = await decodeGreyPng(png(scanlines));
    expect(image).toMatchObject({ width: 3, height: 3 });
    expect([...image.pixels]).toEqual(pixels);
  });

  it('is refused where it is of another kind, or incomplete', async () => {
    await expect(decodeGreyPng(Uint8Array.of(1, 2, 3))).rejects.toThrow('not a PNG');
    await expect(decodeGreyPng(png(flat, 16))).rejects.toThrow('8-bit');
    await expect(decodeGreyPng(png(flat.slice(4)))).rejects.toThrow('incomplete');
    await expect(decodeGreyPng(png([9, ...flat.slice(1)]))).rejects.toThrow('filter');
  });
});

/** Reads grey PNG images where there is no canvas: in workers and in Node. */

export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** One byte per pixel, row by row; 0 is black. */
  readonly pixels: Uint8Array;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Decodes an 8-bit grey PNG without interlacing (W3C, "Portable Network Graphics", third edition).
 * Checksums are not verified: the stream's own is.
 * @throws Error where the bytes are not such an image
 */
export async function decodeGreyPng(bytes: Uint8Array): Promise<GreyImage> {
  if (!signature.every((value, i) => bytes[i] === value)) throw new Error('This is not a PNG.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: BlobPart[] = [];
  let width = 0;
  let height = 0;
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = view.getUint32(at + 8);
      height = view.getUint32(at + 12);
      const [bitDepth, colour, , , interlace] = data.subarray(8);
      if (bitDepth !== 8 || colour !== 0 || interlace !== 0) {
        throw new Error('Only 8-bit grey PNGs without interlacing are read here.');
      }
    }
    if (type === 'IDAT') parts.push(data.slice());
    at += length + 12;
  }
  const scanlines = await inflate(parts);
  if (scanlines.length !== height * (width + 1)) throw new Error('The PNG is incomplete.');
  return { width, height, pixels: unfilter(scanlines, width, height) };
}

async function inflate(parts: BlobPart[]): Promise<Uint8Array> {
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Undoes the filter that each scanline names in its first byte (clause 9 of the specification). */
function unfilter(scanlines: Uint8Array, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = scanlines[y * (width + 1)];
    if (filter > 4) throw new Error(`The PNG names an unknown filter, ${filter}.`);
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x > 0 ? pixels[at - 1] : 0;
      const above = y > 0 ? pixels[at - width] : 0;
      const corner = x > 0 && y > 0 ? pixels[at - width - 1] : 0;
      pixels[at] = scanlines[y * (width + 1) + 1 + x] + guess(filter, left, above, corner);
    }
  }
  return pixels;
}

/** What a filter expects of a pixel, given its neighbours. */
function guess(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const [byLeft, byAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
      const byCorner = Math.abs(left + above - 2 * corner);
      if (byLeft <= byAbove && byLeft <= byCorner) return left;
      return byAbove <= byCorner ? above : corner;
    }
    default:
      return 0;
  }
}

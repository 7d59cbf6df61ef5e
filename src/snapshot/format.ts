/**
 * The file of settled networks, little-endian throughout:
 *
 *     4 bytes  “RKFL”            u16  schema version      u32  checksum of everything after it
 *     u16      header length, then as much JSON in UTF-8: the provenance, the recipes, and which
 *              depths were made with which revision of the source on which day
 *     u16      number of states, then each state:
 *       u8 depth · u8 recipe · u32 seed · u8 tried · u32 steps · f32 data loss · f32 total loss
 *       f32 ‖θ‖²/L · u8 bottleneck rank · u8 tripoints (255: none asked for) · f32 accuracy (NaN)
 *       u16 inputs, then each layer:
 *         u8  shape and precision (below)     u16 neurons kept     i8 gradient scale, ¼·log₂
 *         factors only: u8 rank r
 *         numbers: W [fan in, fan out], or its factors [fan in, r] and [r, fan out]; then biases
 *
 * With one byte a number each vector of the factors, or W as a whole, and the biases, are led by
 * the half-precision value of one step.
 */

export const magic = [0x52, 0x4b, 0x46, 0x4c] as const;

/** To be raised whenever an older page could misread a newer file. */
export const schemaVersion = 1;

/** Stands for a figure that the task does not have. */
export const noCount = 255;

export const shapes = ['dense', 'factors'] as const;
export type Shape = (typeof shapes)[number];

export const precisions = ['half', 'single', 'byte'] as const;
export type Precision = (typeof precisions)[number];

/** Shape and precision of a layer in one byte. */
export function layerCode(shape: Shape, precision: Precision): number {
  return shapes.indexOf(shape) + shapes.length * precisions.indexOf(precision);
}

/** Adler-32 (RFC 1950): enough to tell a damaged file from a whole one. */
export function checksum(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

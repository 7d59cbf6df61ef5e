/** A vector of numbers in a file, at one of the precisions of format.ts. */
import type { ByteReader, ByteWriter } from './bytes.ts';
import { fromFloat16, toFloat16 } from './float16.ts';
import type { Precision } from './format.ts';

const largestByte = 127;

/**
 * Writes the vector. Each number then differs from the original by at most 2⁻¹¹ of itself (half),
 * by half a step of 1/127 of the largest (byte), or not at all (single).
 */
export function writeNumbers(writer: ByteWriter, precision: Precision, values: Float32Array): void {
  switch (precision) {
    case 'single':
      for (const value of values) writer.f32(value);
      break;
    case 'half':
      for (const value of values) writer.f16(value);
      break;
    case 'byte': {
      const step = byteStep(values);
      writer.f16(step);
      for (const value of values) writer.i8(step === 0 ? 0 : Math.round(value / step));
      break;
    }
  }
}

export function readNumbers(reader: ByteReader, precision: Precision, count: number): Float32Array {
  const values = new Float32Array(count);
  switch (precision) {
    case 'single':
      for (let i = 0; i < count; i++) values[i] = reader.f32();
      break;
    case 'half':
      for (let i = 0; i < count; i++) values[i] = reader.f16();
      break;
    case 'byte': {
      const step = reader.f16();
      for (let i = 0; i < count; i++) values[i] = step * reader.i8();
      break;
    }
  }
  return values;
}

/** Rounded up to half precision, so that no number needs more than 127 steps. */
function byteStep(values: Float32Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const half = toFloat16(largest / largestByte);
  return fromFloat16(fromFloat16(half) * largestByte < largest ? half + 1 : half);
}

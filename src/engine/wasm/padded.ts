/**
 * Copies between dense row-major arrays and the padded rows inside WebAssembly memory. A view is
 * made for every copy, because a memory that grows detaches the views made before.
 */
import { parameterLayout } from '../parameters.ts';
import type { WasmExports } from './module.ts';

const floatBytes = Float32Array.BYTES_PER_ELEMENT;

/** Writes `rows` rows of `columns` floats from `source`, starting at `offset`, to rows `stride` bytes apart. */
export function writeRows(
  memory: WebAssembly.Memory,
  address: number,
  stride: number,
  source: Float32Array,
  offset: number,
  rows: number,
  columns: number,
): void {
  const target = new Float32Array(memory.buffer);
  for (let row = 0; row < rows; row++) {
    const from = offset + row * columns;
    const to = (address + row * stride) / floatBytes;
    for (let column = 0; column < columns; column++) target[to + column] = source[from + column];
  }
}

/** The reverse of `writeRows`: reads into `target` from `offset` on. */
export function readRows(
  memory: WebAssembly.Memory,
  address: number,
  stride: number,
  target: Float32Array,
  offset: number,
  rows: number,
  columns: number,
): void {
  const source = new Float32Array(memory.buffer);
  for (let row = 0; row < rows; row++) {
    const from = (address + row * stride) / floatBytes;
    const to = offset + row * columns;
    for (let column = 0; column < columns; column++) target[to + column] = source[from + column];
  }
}

/** The four buffers that share the layout of the parameters, in the order they have in memory. */
export const parameterCopies = ['parameters', 'gradient', 'firstMoment', 'secondMoment'] as const;
export type ParameterCopy = (typeof parameterCopies)[number];

type CopyRows = typeof writeRows;

function copyParameters(
  copyRows: CopyRows,
  wasm: WasmExports,
  dims: readonly number[],
  copy: ParameterCopy,
  flat: Float32Array,
): void {
  const distance = parameterCopies.indexOf(copy) * wasm.copyDistance.value;
  parameterLayout(dims).forEach(({ fanIn, fanOut, weights, biases }, index) => {
    const stride = wasm.strideOfLayer(index);
    copyRows(wasm.memory, wasm.weightsOf(index) + distance, stride, flat, weights, fanIn, fanOut);
    copyRows(wasm.memory, wasm.biasesOf(index) + distance, stride, flat, biases, 1, fanOut);
  });
}

/** Writes a flat buffer in the layout of `parameterLayout` over one of the copies in memory. */
export function writeParameters(
  wasm: WasmExports,
  dims: readonly number[],
  copy: ParameterCopy,
  flat: Float32Array,
): void {
  copyParameters(writeRows, wasm, dims, copy, flat);
}

/** Reads one of the copies in memory into the layout of `parameterLayout`. */
export function readParameters(
  wasm: WasmExports,
  dims: readonly number[],
  copy: ParameterCopy,
  flat: Float32Array,
): void {
  copyParameters(readRows, wasm, dims, copy, flat);
}

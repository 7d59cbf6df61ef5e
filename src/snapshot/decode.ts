/** Reads a file of settled networks; the format is described in format.ts. */
import { parameterCount, parameterLayout } from '../engine/index.ts';
import type { Experiment } from '../experiment/index.ts';
import { refer } from '../messages/reference.ts';
import { ByteReader } from './bytes.ts';
import { checksum, magic, noCount, precisions, schemaVersion, shapes } from './format.ts';
import { type Header, madeAt } from './header.ts';
import { readNumbers } from './numbers.ts';
import { type Provenance, type SettledState, SnapshotError } from './snapshot.ts';

export interface DecodedState extends SettledState {
  /** Everything that shaped the training, as it was when the file was made. */
  readonly recipe: Partial<Experiment>;
  /** The part of the file that holds the network, to be written anew without loss. */
  readonly bytes: Uint8Array;
}

export interface DecodedFile {
  readonly provenance: Provenance;
  readonly states: readonly DecodedState[];
}

/** @throws SnapshotError where the bytes are no such file, damaged, or of another version */
export function decodeSnapshots(bytes: Uint8Array): DecodedFile {
  const reader = new ByteReader(bytes);
  if (bytes.length < magic.length || magic.some((byte) => reader.u8() !== byte)) {
    throw new SnapshotError(refer('snapshot', 'error.notOurs'));
  }
  const version = reader.u16();
  if (version !== schemaVersion) {
    const versions = { version, own: schemaVersion };
    throw new SnapshotError(refer('snapshot', 'error.version', versions));
  }
  const expected = reader.u32();
  const header = readHeader(reader, bytes, expected);
  const { name, query, engine } = header;
  const count = reader.u16();
  const states: DecodedState[] = [];
  for (let i = 0; i < count; i++) states.push(readState(reader, header));
  return { provenance: { name, query, engine }, states };
}

function readHeader(reader: ByteReader, bytes: Uint8Array, expected: number): Header {
  if (checksum(bytes.subarray(bytes.length - reader.left)) !== expected) {
    throw new SnapshotError(refer('snapshot', 'error.damaged'));
  }
  const text = new TextDecoder().decode(reader.raw(reader.u16()));
  try {
    return JSON.parse(text) as Header;
  } catch {
    throw new SnapshotError(refer('snapshot', 'error.damaged'));
  }
}

function readState(reader: ByteReader, header: Header): DecodedState {
  const depth = reader.u8();
  const recipe = { ...header.recipes[0], ...header.recipes[reader.u8()] };
  const seed = reader.u32();
  const tried = reader.u8();
  const steps = reader.u32();
  const dataLoss = reader.f32();
  const totalLoss = reader.f32();
  const normPerLayer = reader.f32();
  const bottleneckRank = reader.u8();
  const tripoints = reader.u8();
  const accuracy = reader.f32();
  const figures = {
    dataLoss,
    totalLoss,
    normPerLayer,
    bottleneckRank,
    tripoints: tripoints === noCount ? undefined : tripoints,
    accuracy: Number.isNaN(accuracy) ? undefined : accuracy,
  };
  const from = reader.position;
  const network = readNetwork(reader, depth);
  const bytes = reader.since(from);
  const made = madeAt(depth, header);
  return { depth, recipe, seed, tried, steps, figures, made, ...network, bytes };
}

/** The layers of one state, as `encodeNetwork` wrote them. */
export function readNetwork(
  reader: ByteReader,
  depth: number,
): Pick<SettledState, 'network' | 'gradientScales'> {
  const dims = [reader.u16()];
  const gradientScales = new Float32Array(depth);
  const parts: Float32Array[] = [];
  for (let layer = 0; layer < depth; layer++) {
    const code = reader.u8();
    const shape = shapes[code % shapes.length];
    const precision = precisions[Math.floor(code / shapes.length)];
    if (precision === undefined) throw new SnapshotError(refer('snapshot', 'error.damaged'));
    const fanIn = dims[layer];
    const fanOut = reader.u16();
    gradientScales[layer] = 2 ** (reader.i8() / 4);
    if (shape === 'dense') parts.push(readNumbers(reader, precision, fanIn * fanOut));
    else {
      const rank = reader.u8();
      const left = Array.from({ length: rank }, () => readNumbers(reader, precision, fanIn));
      const right = Array.from({ length: rank }, () => readNumbers(reader, precision, fanOut));
      parts.push(product(left, right, fanIn, fanOut));
    }
    parts.push(readNumbers(reader, precision, fanOut));
    dims.push(fanOut);
  }
  const parameters = new Float32Array(parameterCount(dims));
  for (const [index, { weights, biases }] of parameterLayout(dims).entries()) {
    parameters.set(parts[2 * index], weights);
    parameters.set(parts[2 * index + 1], biases);
  }
  return { network: { dims, parameters }, gradientScales };
}

/** Σ uᵢvᵢᵀ, [rows, columns]. */
function product(
  left: readonly Float32Array[],
  right: readonly Float32Array[],
  rows: number,
  columns: number,
): Float32Array {
  const matrix = new Float32Array(rows * columns);
  for (const [k, u] of left.entries()) {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) matrix[i * columns + j] += u[i] * right[k][j];
    }
  }
  return matrix;
}

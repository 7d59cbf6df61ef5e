import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '../../src/snapshot/bytes.ts';
import { decodeSnapshots } from '../../src/snapshot/decode.ts';
import { type EncodedState, encodeNetwork, encodeSnapshots } from '../../src/snapshot/encode.ts';
import {
  checksum,
  magic,
  type Precision,
  precisions,
  schemaVersion,
} from '../../src/snapshot/format.ts';
import { SnapshotError } from '../../src/snapshot/index.ts';
import { readNumbers, writeNumbers } from '../../src/snapshot/numbers.ts';
import { deviation, networks, randomNetwork } from './networks.ts';

const provenance = {
  name: 'test',
  query: 'data=paper-s',
  engine: 'wasm',
};

/** How far a number may be from the original, as a share of the largest beside it. */
const bounds: Record<Precision, number> = { half: 2 ** -11, single: 0, byte: 0.51 / 127 };

function stateOf(bytes: Uint8Array, depth: number): EncodedState {
  return {
    depth,
    seed: 3,
    tried: 4,
    steps: 8000,
    recipe: { data: 'paper-s', clip: depth > 2 ? 0.1 : 0 },
    made: { revision: depth > 3 ? 'abc1234-dirty' : 'abc1234', date: '2026-11-23' },
    figures: {
      dataLoss: 0.5,
      totalLoss: 0.75,
      normPerLayer: 4.5,
      bottleneckRank: 1,
      tripoints: depth > 2 ? 0 : undefined,
      accuracy: depth > 2 ? 1 : undefined,
    },
    bytes,
  };
}

/** The file as it was written when its header named one revision for all states. */
function withoutMade(file: Uint8Array): Uint8Array {
  const headerAt = magic.length + 2 + 4 + 2;
  const length = new DataView(file.buffer).getUint16(headerAt - 2, true);
  const text = new TextDecoder().decode(file.subarray(headerAt, headerAt + length));
  const { made: _, ...older } = JSON.parse(text);
  const header = new TextEncoder().encode(JSON.stringify(older));
  const body = new ByteWriter();
  body.u16(header.length);
  body.raw(header);
  body.raw(file.subarray(headerAt + length));
  const writer = new ByteWriter();
  writer.raw(file.subarray(0, magic.length + 2));
  writer.u32(checksum(body.bytes));
  writer.raw(body.bytes);
  return writer.bytes;
}

describe('the file of settled networks', () => {
  it('gives networks back within the bound of their precision', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...precisions), (network, precision) => {
        const depth = network.dims.length - 1;
        const scales = new Float32Array(depth).fill(2 ** -10);
        const bytes = encodeNetwork(network, scales, { precision, truncation: 0 });
        const [state] = decodeSnapshots(
          encodeSnapshots(provenance, [stateOf(bytes, depth)]),
        ).states;
        expect(state.network.dims).toEqual(network.dims);
        expect(state.gradientScales).toEqual(scales);
        expect(deviation(state.network.parameters, network.parameters)).toBeLessThanOrEqual(
          bounds[precision],
        );
      }),
    );
  });

  it('writes a layer of low rank as its factors, and gives back the layer', () => {
    const left = randomNetwork([1, 20], 1).parameters.subarray(0, 20);
    const right = randomNetwork([1, 20], 2).parameters.subarray(0, 20);
    const parameters = new Float32Array(20 * 20 + 20);
    for (let i = 0; i < 20; i++) {
      for (let j = 0; j < 20; j++) parameters[i * 20 + j] = left[i] * right[j];
    }
    const network = { dims: [20, 20], parameters };
    const scales = new Float32Array(1).fill(1);
    const whole = encodeNetwork(network, scales, { precision: 'half', truncation: 0 });
    const short = encodeNetwork(network, scales, { precision: 'half', truncation: 1e-3 });
    expect(short.length).toBeLessThan(whole.length / 5);
    const [state] = decodeSnapshots(encodeSnapshots(provenance, [stateOf(short, 1)])).states;
    expect(deviation(state.network.parameters, parameters)).toBeLessThan(2e-3);
  });

  it('keeps figures, recipes and provenance, with figures that a task does not have left out', () => {
    const bytesAt = (depth: number) => {
      const network = randomNetwork(
        Array.from({ length: depth + 1 }, () => 2),
        depth,
      );
      const scales = new Float32Array(depth).fill(1);
      return encodeNetwork(network, scales, { precision: 'byte', truncation: 0.01 });
    };
    const states = [1, 2, 3, 4].map((depth) => stateOf(bytesAt(depth), depth));
    const file = decodeSnapshots(encodeSnapshots(provenance, states));
    expect(file.provenance).toEqual(provenance);
    for (const [index, { bytes, ...wanted }] of states.entries()) {
      expect(file.states[index]).toMatchObject(wanted);
      expect([...file.states[index].bytes]).toEqual([...bytes]);
    }
  });

  it('says of older files, which name one revision in all, that no state is younger', () => {
    const network = randomNetwork([2, 3, 2], 1);
    const scales = new Float32Array(2).fill(1);
    const bytes = encodeNetwork(network, scales, { precision: 'half', truncation: 0 });
    const file = encodeSnapshots(provenance, [stateOf(bytes, 2)]);
    const [state] = decodeSnapshots(withoutMade(file)).states;
    expect(state.made).toEqual({ revision: '..abc1234', date: '2026-11-23', reconstructed: true });
  });

  it('is told from any other file, from another version, and from one that is cut or damaged', () => {
    const { dims, parameters } = randomNetwork([2, 3, 2], 1);
    const network = encodeNetwork({ dims, parameters }, new Float32Array(2).fill(1), {
      precision: 'half',
      truncation: 0,
    });
    const file = encodeSnapshots(provenance, [stateOf(network, 2)]);
    expect(() => decodeSnapshots(new TextEncoder().encode('<!doctype html>'))).toThrow(
      'error.notOurs',
    );
    expect(() => decodeSnapshots(new Uint8Array(0))).toThrow(SnapshotError);
    const newer = file.slice();
    newer[4] = schemaVersion + 1;
    expect(() => decodeSnapshots(newer)).toThrow('error.version');
    for (let length = 0; length < file.length; length++) {
      expect(() => decodeSnapshots(file.subarray(0, length))).toThrow(SnapshotError);
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: file.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (place, change) => {
          const damaged = file.slice();
          damaged[place] ^= change;
          expect(() => decodeSnapshots(damaged)).toThrow(SnapshotError);
        },
      ),
    );
  });
});

describe('numbers in a file', () => {
  it('differ from the originals by no more than their precision says', () => {
    const vectors = fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(vectors, fc.constantFrom(...precisions), (vector, precision) => {
        const values = Float32Array.from(vector);
        const writer = new ByteWriter();
        writeNumbers(writer, precision, values);
        const read = readNumbers(new ByteReader(writer.bytes), precision, values.length);
        const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        for (const [i, value] of values.entries()) {
          expect(Math.abs(read[i] - value)).toBeLessThanOrEqual(
            bounds[precision] * largest + 2 ** -17,
          );
        }
      }),
    );
  });
});

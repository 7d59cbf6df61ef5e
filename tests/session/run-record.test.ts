import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/session/frame.ts';
import { emptyRecord, withFrame } from '../../src/session/run-record.ts';

function frame(run: number, firstStep: number, values: number[]): Frame {
  return {
    run,
    depth: 3 + run,
    status: 'running',
    step: firstStep + values.length,
    engine: 'tfjs-cpu',
    device: '',
    engineReason: '',
    stepsPerSecond: 1,
    dataLoss: 0,
    ridgeLoss: 0,
    parameterNorm: 0,
    accuracy: 1,
    fits: true,
    collapsed: false,
    history: {
      firstStep,
      dataLoss: Float32Array.from(values),
      parameterNorm: Float32Array.from(values, (value) => 2 * value),
    },
  };
}

/** The record after parts of these lengths, with the step itself as the loss. */
function recordOf(lengths: readonly number[]) {
  let record = emptyRecord;
  let step = 0;
  for (const length of lengths) {
    const values = Array.from({ length }, (_, i) => step + i);
    record = withFrame(record, frame(1, step, values));
    step += length;
  }
  return record;
}

describe('the record of a run', () => {
  it('holds every value of every part in order, however the parts are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 700 }), { maxLength: 8 }), (lengths) => {
        const record = recordOf(lengths);
        const total = lengths.reduce((sum, length) => sum + length, 0);
        expect([...record.steps]).toEqual(Array.from({ length: total }, (_, i) => i));
        expect(record.dataLoss).toEqual(Float32Array.from(record.steps));
        expect(record.parameterNorm).toEqual(Float32Array.from(record.steps, (s) => 2 * s));
      }),
      { seed: 3, numRuns: 50 },
    );
  });

  it('stays short by keeping every second, fourth, … step of a long run', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9000 }), { minLength: 5, maxLength: 12 }), (lengths) => {
        const record = recordOf(lengths);
        const total = lengths.reduce((sum, length) => sum + length, 0);
        expect(record.steps.length).toBeLessThanOrEqual(8192);
        expect([...record.steps]).toEqual(
          Array.from({ length: Math.ceil(total / record.stride) }, (_, i) => i * record.stride),
        );
        expect(record.dataLoss).toEqual(Float32Array.from(record.steps));
        expect(record.accuracy).toHaveLength(record.steps.length);
      }),
      { seed: 4, numRuns: 30 },
    );
  });

  it('begins anew with another run', () => {
    const first = withFrame(emptyRecord, frame(1, 0, [1, 2, 3]));
    const second = withFrame(first, frame(2, 0, [9]));
    expect([...second.dataLoss]).toEqual([9]);
    expect([...second.steps]).toEqual([0]);
  });

  it('forgets what came after the step a divergence went back to', () => {
    const first = withFrame(emptyRecord, frame(1, 0, [1, 2, 3, 4]));
    const second = withFrame(first, frame(1, 2, [7]));
    expect([...second.dataLoss]).toEqual([1, 2, 7]);
    expect([...second.steps]).toEqual([0, 1, 2]);
  });
});

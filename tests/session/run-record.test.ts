import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/session/frame.ts';
import { emptyRecord, withFrame } from '../../src/session/run-record.ts';

function frame(run: number, firstStep: number, values: number[]): Frame {
  return {
    run,
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

describe('the record of a run', () => {
  it('holds every value of every part in order, however the parts are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer(), { maxLength: 700 }), { maxLength: 8 }),
        (parts) => {
          let record = emptyRecord;
          let step = 0;
          for (const part of parts) {
            record = withFrame(record, frame(1, step, part));
            step += part.length;
          }
          expect(record.dataLoss).toEqual(Float32Array.from(parts.flat()));
          expect(record.parameterNorm).toEqual(Float32Array.from(parts.flat(), (v) => 2 * v));
        },
      ),
      { seed: 3, numRuns: 50 },
    );
  });

  it('begins anew with another run', () => {
    const first = withFrame(emptyRecord, frame(1, 0, [1, 2, 3]));
    const second = withFrame(first, frame(2, 0, [9]));
    expect([...second.dataLoss]).toEqual([9]);
    expect(second.accuracySteps).toEqual([1]);
  });

  it('forgets what came after the step a divergence went back to', () => {
    const first = withFrame(emptyRecord, frame(1, 0, [1, 2, 3, 4]));
    const second = withFrame(first, frame(1, 2, [7]));
    expect([...second.dataLoss]).toEqual([1, 2, 7]);
    expect(second.accuracySteps).toEqual([3]);
  });
});

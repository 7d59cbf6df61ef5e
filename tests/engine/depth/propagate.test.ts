import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataLoss } from '../../../src/engine/depth/data-loss.ts';
import { layersOf, propagate } from '../../../src/engine/depth/propagate.ts';
import { relativeDeviation } from '../deviation.ts';
import { settings } from '../problems.ts';
import { forward, lossAndGradient, rowsOf } from '../reference-trainer.ts';

describe('propagate and dataLoss', () => {
  test('agree with the reference for networks of any size and both losses', () => {
    fc.assert(
      fc.property(settings, ({ problem, state }) => {
        const { dims, loss, inputs, targets } = problem;
        const layers = propagate(layersOf(dims, state.parameters), Float64Array.from(inputs));
        const expected = forward(dims, state.parameters, rowsOf(inputs, dims[0]));
        for (const [index, layer] of layers.entries()) {
          expect(relativeDeviation(layer, expected[index].flat())).toBeLessThan(1e-10);
        }
        const outputs = layers[layers.length - 1];
        const wanted = lossAndGradient(problem, state.parameters).dataLoss;
        const found = dataLoss(loss, outputs, targets, dims[dims.length - 1]);
        expect(Math.abs(found - wanted)).toBeLessThan(1e-10 * (1 + Math.abs(wanted)));
      }),
      { numRuns: 50 },
    );
  });

  test('stay finite where logits are far apart', () => {
    expect(dataLoss('cross-entropy', [1000, -1000], [0, 1], 2)).toBeCloseTo(2000, 9);
    expect(dataLoss('cross-entropy', [1000, -1000], [1, 0], 2)).toBe(0);
  });
});

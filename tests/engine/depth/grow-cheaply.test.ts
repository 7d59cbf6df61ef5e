import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growCheaply, growTo } from '../../../src/engine/depth/index.ts';
import { networkOf, outputsOf, type Shape, shapes } from './networks.ts';

const shape: Shape = {
  depth: 4,
  width: 8,
  inputs: 2,
  outputs: 2,
  points: 40,
  loss: 'mse',
  seed: 7,
  dead: 0,
  distinct: 60,
};

const squaredNorm = (values: Float32Array) => values.reduce((sum, value) => sum + value ** 2, 0);

/** Mean squared error of the outputs of a network. */
function lossOf(network: ReturnType<typeof networkOf>): number {
  const outputs = outputsOf(network).at(-1) ?? new Float32Array(0);
  const { targets, dims } = network.problem;
  const rows = outputs.length / dims[dims.length - 1];
  return outputs.reduce((sum, value, at) => sum + (value - targets[at]) ** 2, 0) / rows;
}

/** A network that gives its targets. */
function fitting(): ReturnType<typeof networkOf> {
  const { problem, state } = networkOf(shape);
  const targets = outputsOf({ problem, state }).at(-1) ?? problem.targets;
  return { problem: { ...problem, targets }, state };
}

describe('growing where it costs least', () => {
  it('says truly what the deep network costs', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 9 }), (drawn, missing) => {
        const { problem, state } = networkOf({ ...drawn, loss: 'mse' });
        const grown = growCheaply(problem, state, drawn.depth + missing, 1e-3);
        expect(grown.problem.dims).toHaveLength(problem.dims.length + missing);
        const norm = squaredNorm(grown.state.parameters);
        expect(grown.parameterNorm).toBeCloseTo(norm, 5 - Math.ceil(Math.log10(norm + 1)));
        const loss = lossOf(grown);
        expect(Math.abs(grown.dataLoss - loss)).toBeLessThan(1e-4 * (1 + loss));
      }),
      { numRuns: 60 },
    );
  });

  it('costs no more than layers that change no output', () => {
    const { problem, state } = fitting();
    for (const ridge of [1e-6, 1e-4, 1e-2]) {
      const kept = growTo(problem, state, outputsOf({ problem, state }), shape.width, 20);
      const costOfKept = lossOf(kept) + ridge * squaredNorm(kept.state.parameters);
      const grown = growCheaply(problem, state, 20, ridge);
      const cost = grown.dataLoss + ridge * grown.parameterNorm;
      expect(cost).toBeLessThan(costOfKept * (1 + 1e-4));
    }
  });

  it('lets fewer directions through the dearer they are, and none where nothing is worth its price', () => {
    const { problem, state } = fitting();
    const ranks = [1e-7, 1e-3, 1e-2, 1e3].map(
      (ridge) => growCheaply(problem, state, 24, ridge).rank,
    );
    expect(ranks).toEqual(ranks.slice().sort((a, b) => b - a));
    expect(ranks[0]).toBeGreaterThan(0);
    expect(ranks[3]).toBe(0);
  });

  it('refuses a network that has nowhere to grow, or is as deep already', () => {
    const { problem, state } = networkOf(shape);
    expect(() => growCheaply(problem, state, 4, 1e-3)).toThrow(RangeError);
    const single = networkOf({ ...shape, depth: 1 });
    expect(() => growCheaply(single.problem, single.state, 4, 1e-3)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numericalRank } from '../../src/analysis/index.ts';
import {
  type Points,
  rankOneNetwork,
  smoothestThread,
  threadAlong,
} from '../../src/analysis/rank-one-interpolant.ts';
import { networkSpectra } from '../../src/engine/spectra.ts';
import { completeExperiment, randomStream, sampleData } from '../../src/experiment/index.ts';
import { forward } from '../../src/snapshot/settled-network.ts';

function randomPoints(count: number, inputCount: number, outputs: number, seed: number): Points {
  const random = randomStream(seed, 'thread');
  const normal = (length: number) => Float32Array.from({ length }, () => random.normal());
  return { inputs: normal(count * inputCount), targets: normal(count * outputs), inputCount };
}

/** The largest error of a network at the points. */
function errorAt({ inputs, targets }: Points, network: ReturnType<typeof rankOneNetwork>): number {
  const outputs = forward(network, inputs).at(-1) ?? new Float32Array(targets.length);
  return targets.reduce((most, target, i) => Math.max(most, Math.abs(outputs[i] - target)), 0);
}

describe('the rank-1 interpolant', () => {
  it('passes through every point, at any depth', () => {
    const shape = fc.record({
      count: fc.integer({ min: 2, max: 25 }),
      inputCount: fc.integer({ min: 1, max: 6 }),
      outputs: fc.integer({ min: 1, max: 5 }),
      seed: fc.integer({ min: 0, max: 999 }),
      depth: fc.integer({ min: 2, max: 24 }),
    });
    fc.assert(
      fc.property(shape, ({ count, inputCount, outputs, seed, depth }) => {
        const points = randomPoints(count, inputCount, outputs, seed);
        const thread = smoothestThread(points, randomStream(seed, 'directions'));
        const steepest = Math.max(...thread.bends.map(Math.abs), 1);
        expect(errorAt(points, rankOneNetwork(thread, depth))).toBeLessThan(1e-5 * steepest * 20);
      }),
      { numRuns: 25 },
    );
  });

  it('has activations of rank 1 on its line, and costs one a layer and a constant, as the theorem says', async () => {
    const teacher = {
      data: 'teacher',
      trueRank: 2,
      inputDimension: 10,
      outputDimension: 10,
    } as const;
    const data = await sampleData(completeExperiment({ ...teacher, points: 20 }));
    if (data.kind !== 'teacher') throw new Error('A teacher was asked for.');
    const points = { inputs: data.inputs, targets: data.targets, inputCount: 10 };
    const thread = smoothestThread(points, randomStream(0, 'directions'));
    const perLayer = [4, 8, 16, 32, 64, 128].map((depth) => {
      const network = rankOneNetwork(thread, depth);
      expect(errorAt(points, network)).toBeLessThan(0.01);
      const { activations } = networkSpectra(
        network.dims,
        network.parameters,
        forward(network, points.inputs),
        { centred: true },
      );
      expect(numericalRank(activations[0], 0.1)).toBe(1);
      return network.squaredNorm / depth;
    });
    for (const [i, cost] of perLayer.entries()) {
      expect(cost).toBeGreaterThan(1);
      if (i > 0) expect(cost).toBeLessThan(perLayer[i - 1]);
    }
    // ‖θ‖²/L = 1 + C/L: C is the same at L = 16 and at L = 128.
    const [shallow, deep] = [16 * (perLayer[2] - 1), 128 * (perLayer[5] - 1)];
    expect(Math.abs(deep / shallow - 1)).toBeLessThan(0.05);
  });

  it('counts the norm of the network it gives', () => {
    const thread = smoothestThread(randomPoints(8, 3, 2, 1), randomStream(1, 'directions'));
    const { parameters, squaredNorm } = rankOneNetwork(thread, 5);
    expect(squaredNorm).toBeCloseTo(
      parameters.reduce((sum, value) => sum + value ** 2, 0),
      3,
    );
  });

  it('does without a direction that meets two points at once, and refuses equal points', () => {
    const inputs = Float32Array.of(0, 0, 0, 1);
    const points = { inputs, targets: Float32Array.of(1, 2), inputCount: 2 };
    expect(threadAlong(points, Float64Array.of(1, 0))).toBeUndefined();
    expect(threadAlong(points, Float64Array.of(0, 1))?.places).toEqual(Float64Array.of(0, 1));
    const same = { ...points, inputs: new Float32Array(4) };
    expect(() => smoothestThread(same, randomStream(0, 'directions'))).toThrow(RangeError);
  });
});

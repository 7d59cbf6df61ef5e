import { describe, expect, it } from 'vitest';
import { mapClasses, transferablesOf } from '../../../src/analysis/topology/index.ts';
import { bands, evaluating, square } from './classifiers.ts';

const curved = bands(4, (x, y) => 1.5 + 0.8 * x + 0.6 * Math.sin(y));

describe('what a map costs', () => {
  it('is the coarse grid and a few points along the boundaries, in one call a level', async () => {
    const evaluate = evaluating(curved);
    let calls = 0;
    const topology = await mapClasses(
      (points) => {
        calls++;
        return evaluate(points);
      },
      { domain: square, classCount: 4, coarse: 48, fine: 192 },
    );
    expect(topology.evaluations).toBeGreaterThan(49 ** 2);
    expect(topology.evaluations).toBeLessThan(49 ** 2 + 3 * 192 * 6);
    expect(calls).toBeLessThanOrEqual(4);
  });

  it('grows with the length of the boundaries and not with the area when the grid gets finer', async () => {
    const [single, double] = await Promise.all(
      [192, 384].map((fine) =>
        mapClasses(evaluating(curved), { domain: square, classCount: 4, coarse: 48, fine }),
      ),
    );
    const alongBoundaries = [single, double].map(({ evaluations }) => evaluations - 49 ** 2);
    expect(alongBoundaries[1] / alongBoundaries[0]).toBeLessThan(2.6);
  });

  it('is handed from thread to thread without a copy', async () => {
    const topology = await mapClasses(evaluating(curved), { domain: square, classCount: 4 });
    const buffers = transferablesOf(topology);
    expect(new Set(buffers).size).toBe(buffers.length);
    const received = structuredClone(topology, { transfer: buffers });
    expect(received.regions).toHaveLength(4);
    expect(received.boundaries[0].points.length).toBeGreaterThan(4);
    expect(topology.boundaries.every(({ points }) => points.length === 0)).toBe(true);
    expect(topology.regions.every(({ rings }) => rings.every((ring) => ring.length === 0))).toBe(
      true,
    );
  });
});

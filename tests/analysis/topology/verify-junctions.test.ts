import { describe, expect, it } from 'vitest';
import { makeGrid } from '../../../src/analysis/topology/grid.ts';
import { LogitSampler } from '../../../src/analysis/topology/logit-sampler.ts';
import { verifyJunctions } from '../../../src/analysis/topology/verify-junctions.ts';
import { evaluating, type Logits, square } from './classifiers.ts';

/** Verifies a junction of classes 0, 1 and 2 at the origin of the plane, given the slopes of z₁ − z₀ and z₂ − z₀. */
async function verify(logits: Logits, slopes: readonly [number, number, number, number]) {
  const grid = makeGrid(square, 96);
  const sampler = new LogitSampler(evaluating(logits), logits(0, 0).length);
  const junction = { x: 48, y: 48, classes: [0, 1, 2], slopes } as const;
  return (await verifyJunctions(sampler, grid, [junction]))[0];
}

describe('verifying a junction', () => {
  it('accepts three classes that meet', async () => {
    const point = await verify((x, y) => [x, -x, -y], [-2, 0, -1, -1]);
    expect(point?.classes).toEqual([0, 1, 2]);
  });

  it('accepts a sector of a fraction of a degree', async () => {
    const point = await verify((x, y) => [x, -x, 0.002 * x - 0.003 * y], [-2, 0, -0.998, -0.003]);
    expect(point?.classes).toEqual([0, 1, 2]);
  });

  it('refuses a class that reaches the others in one point but wins nowhere', async () => {
    expect(await verify((x, y) => [x, -x, -Math.abs(y)], [-2, 0, -1, -1])).toBeUndefined();
  });

  it('refuses classes that do not tie there', async () => {
    expect(await verify((x, y) => [x, -x, -y - 0.05], [-2, 0, -1, -1])).toBeUndefined();
  });

  it('refuses classes that tie below another', async () => {
    expect(await verify((x, y) => [x, -x, -y, 0.02], [-2, 0, -1, -1])).toBeUndefined();
  });

  it('adds a fourth class that meets the three', async () => {
    const point = await verify((x, y) => [x, -x, -y, y], [-2, 0, -1, -1]);
    expect(point?.classes).toEqual([0, 1, 2, 3]);
  });
});

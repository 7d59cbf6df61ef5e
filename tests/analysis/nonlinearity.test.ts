import { describe, expect, it } from 'vitest';
import { nonlinearityRatios } from '../../src/analysis/nonlinearity.ts';

describe('the nonlinearity ratio', () => {
  // x → relu(x − 1, −x) → sum.
  const dims = [1, 2, 1];
  const parameters = Float32Array.of(1, -1, -1, 0, 1, 1, 0);

  it('is the share of the pre-activations that ReLU cuts off', () => {
    const inputs = Float32Array.of(4, -2);
    // Pre-activations (3, −4) and (−3, 2), then 3 and 2.
    const activations = [Float32Array.of(3, 0, 0, 2), Float32Array.of(3, 2)];
    const [first, last] = nonlinearityRatios(dims, parameters, inputs, activations);
    expect(first).toBeCloseTo(Math.sqrt(25 / 38), 6);
    expect(last).toBe(0);
  });

  it('is 1 where everything is cut off, and 0 where there is nothing to cut off', () => {
    const inputs = Float32Array.of(0.5);
    const activations = [Float32Array.of(0, 0), Float32Array.of(0)];
    expect([...nonlinearityRatios(dims, parameters, inputs, activations)]).toEqual([1, 0]);
  });
});

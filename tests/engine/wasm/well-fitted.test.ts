import { describe, expect, test } from 'vitest';
import { plain } from '../problems.ts';
import { everyBuild } from './every-build.ts';

/** One layer whose outputs are its biases, however the one point lies. */
function logits(values: readonly number[], label: number) {
  const classes = values.length;
  const targets = new Float32Array(classes);
  targets[label] = 1;
  const parameters = Float32Array.from([...new Array<number>(classes).fill(0), ...values]);
  return {
    problem: { dims: [1, classes], loss: 'cross-entropy', inputs: Float32Array.of(0.5), targets },
    state: {
      step: 0,
      rampStart: -1,
      parameters,
      firstMoment: new Float32Array(2 * classes),
      secondMoment: new Float32Array(2 * classes),
    },
  } as const;
}

/** The loss and its derivative by the outputs, with nothing that cancels. */
function exact(values: readonly number[], label: number) {
  const powers = values.map((value) => Math.exp(value - values[label]));
  const others = powers.reduce((sum, power, j) => (j === label ? sum : sum + power), 0);
  return {
    loss: Math.log1p(others),
    slopes: powers.map((power, j) => (j === label ? -others : power) / (1 + others)),
  };
}

describe.each(everyBuild)('the cross-entropy in the $build build', ({ openWasm }) => {
  test.each<[string, number[], number]>([
    ['a well fitted point', [0, 20, 1, -3, 2], 1],
    ['a point fitted beyond the rounding of one', [-4, 0, 26, 3], 2],
    ['ten classes', [1, 2, 3, 4, 5, 6, 7, 8, 9, 27], 9],
    ['a point that is barely right', [0.5, 0.25, 0.125], 0],
    ['a point that is utterly wrong', [30, -2, 5], 1],
    ['a tie', [3, 3, -10], 1],
  ])('keeps its digits on %s', async (_, values, label) => {
    const { problem, state } = logits(values, label);
    const engine = await openWasm(problem, { ...plain, ridge: 0 }, state);
    const expected = exact(values, label);
    const slopes = (await engine.gradient()).slice(values.length);
    expected.slopes.forEach((slope, j) => {
      expect(Math.abs(slopes[j] / slope - 1)).toBeLessThan(1e-6);
    });
    const { dataLoss } = await engine.train(1);
    expect(Math.abs(dataLoss[0] / expected.loss - 1)).toBeLessThan(1e-6);
  });
});

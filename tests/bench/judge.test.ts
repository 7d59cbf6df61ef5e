import { describe, expect, test } from 'vitest';
import { adam, pointCount } from '../../src/engine/problem.ts';
import { nodeLink } from './contenders/node-link.ts';
import { objective, trajectory } from './judge.ts';
import { sizes, stepOperations, type Task, taskOf } from './sizes.ts';

const small = (loss: Task['problem']['loss']) =>
  taskOf({ name: loss, depth: 3, width: 7, points: 11, inputs: 3, outputs: 3, loss });

describe.each(['cross-entropy', 'mse'] as const)('With %s', (loss) => {
  test('the judge and the network of nodes and links, written apart, train alike', async () => {
    const task = small(loss);
    const expected = trajectory(task, 30);
    const network = await nodeLink(task);
    for (let step = 10; step <= 30; step += 10) {
      await network.train(10);
      const reached = objective(task, await network.parameters());
      expect(reached / expected[step]).toBeCloseTo(1, 6);
    }
  });

  test('the judge’s first update is the one that finite differences of its objective give', () => {
    const task = small(loss);
    const updated = Float64Array.from(task.parameters, (value, index) => {
      const at = (shift: number) => {
        const parameters = Float64Array.from(task.parameters);
        parameters[index] += shift;
        return objective(task, parameters);
      };
      const slope = (at(1e-6) - at(-1e-6)) / 2e-6;
      return value - (task.learningRate * slope) / (Math.abs(slope) + adam.epsilon);
    });
    const [start, next] = trajectory(task, 1);
    const expected = objective(task, updated);
    expect(start).toBe(objective(task, task.parameters));
    expect((next - start) / (expected - start)).toBeCloseTo(1, 4);
  });
});

test('every size has its points and finite starting values, and an objective to bring down', () => {
  for (const size of sizes.filter(({ depth }) => depth <= 9)) {
    const task = taskOf(size);
    expect(pointCount(task.problem)).toBe(size.points);
    expect(task.problem.targets.length).toBe(size.points * size.outputs);
    expect(objective(task, task.parameters)).toBeGreaterThan(0.5);
  }
});

test('three matrix products are counted a layer, two for the first', () => {
  const { problem } = taskOf({
    name: 'tiny',
    depth: 2,
    width: 5,
    points: 7,
    inputs: 2,
    outputs: 4,
    loss: 'cross-entropy',
  });
  expect(stepOperations(problem)).toBe(2 * 7 * (2 * 2 * 5 + 3 * 5 * 4));
});

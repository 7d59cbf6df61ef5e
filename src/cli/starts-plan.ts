/** Which starts the committed table is made of, the most telling first. */
import { type Choices, type DataName, dataOfTask } from '../experiment/index.ts';

export interface PlannedCell {
  readonly choices: Choices & { readonly data: DataName; readonly depth: number };
  readonly seeds: number;
}

/** A visitor's own points are theirs to measure. */
export const builtInClasses = dataOfTask.classification.filter((name) => name !== 'own');
const others = builtInClasses.filter((name) => name !== 'paper-s');
const curves = ['paper-curve', 'line', 'circle', 's-curve', 'two-arcs'] as const;

function cells(
  names: readonly DataName[],
  depths: readonly number[],
  seeds: number,
  more: Choices = {},
): PlannedCell[] {
  return depths.flatMap((depth) =>
    names.map((data) => ({ choices: { ...more, data, depth }, seeds })),
  );
}

/**
 * The whole plan. A cell that comes again asks for more seeds: those that are known already are
 * not measured twice, so that a plan which is stopped early has some seeds of everything.
 */
export const wholePlan: readonly PlannedCell[] = [
  ...cells(['paper-s'], [9, 4, 20, 2, 6, 13], 8),
  ...cells(['paper-s'], [20, 13], 8, { lambda: 1e-3, ridge: 'undivided' }),
  ...cells(others, [9, 4], 4),
  ...cells(['paper-s'], [32, 48], 4),
  ...cells(others, [20], 1),
  ...cells(curves, [6], 2),
  ...cells(['paper-s'], [32, 48], 8),
  ...cells(others, [2], 4),
  ...cells(others, [20], 2),
  ...cells(curves, [2, 16], 2),
  ...cells(others, [32], 1),
  ...cells(['teacher'], [13], 3),
  ...cells(others, [9, 4, 2], 8),
  ...cells(others, [20], 4),
  ...cells(others, [48], 1),
  ...cells(curves, [2, 6, 16, 32], 4),
  ...cells(['teacher'], [4, 24], 3, { points: 200 }),
  ...cells(others, [20], 8),
  ...cells(others, [32, 48], 4),
  ...cells(curves, [2, 6, 16, 32], 8),
  ...cells(others, [32, 48], 8),
  ...cells(['digits'], [2, 5, 12], 8),
  ...cells(['teacher'], [13], 8),
  ...cells(['teacher'], [4, 24], 8, { points: 200 }),
  ...cells(curves, [48], 1),
  ...cells(['teacher'], [2, 48], 2),
  ...cells(['digits'], [24, 48], 1),
  ...cells(curves, [48], 8),
  ...cells(['teacher'], [2, 48], 8),
  ...cells(['digits'], [24, 48], 8),
];

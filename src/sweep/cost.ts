/** What cells cost to compute, before they are computed. */
import type { Cell, Chain } from './cells.ts';

/** As much as a step costs that hardly computes anything, in multiplications. */
const leastPerLayer = 1e5;

/** Multiplications of the hidden layers over all steps, up to a factor: computing time, in units of no machine. */
export function costOfCell({ experiment }: Pick<Cell, 'experiment'>): number {
  const { depth, width, points, steps } = experiment;
  return depth * (leastPerLayer + width ** 2 * points) * steps;
}

export function costOfChain({ cells }: Chain): number {
  return cells.reduce((sum, cell) => sum + costOfCell(cell), 0);
}

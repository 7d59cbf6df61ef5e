/** Whether the cells of two sweeps can be compared: the same experiments but for what the axes vary. */
import { completeExperiment, parseQuery } from '../experiment/index.ts';
import type { SweepSpec } from './spec.ts';

/** λ and width count by what the results say of them: a sweep may vary these as well. */
export function sameRecipe(one: SweepSpec, other: SweepSpec): boolean {
  return recipeOf(one) === recipeOf(other);
}

function recipeOf({ base, steps, settle }: SweepSpec): string {
  const {
    depth: _depth,
    points: _points,
    lambda: _lambda,
    width: _width,
    seed: _seed,
    dataSeed: _dataSeed,
    ...recipe
  } = completeExperiment(parseQuery(base).choices);
  return JSON.stringify([recipe, steps ?? null, settle ?? null]);
}

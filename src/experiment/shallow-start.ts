/**
 * Starts of fewer layers than the network has. Deep networks of low rank are shallow ones with
 * layers between that pass on what they are given: such a layer adds the rank of what passes
 * through it to ‖θ‖², so that a function of bottleneck rank k that costs C + k·L₀ with L₀ layers costs
 * no more than C + k·L with L (Jacot, ICLR 2023). What is cheap at L can therefore be looked for at L₀, where
 * training is quick and steady, if every layer that is missing is counted at its price.
 */
import { type DataName, dataFamilies } from './data/index.ts';
import { recipeFor } from './defaults.ts';
import type { Experiment } from './schema.ts';

/** Whether a fresh run begins with fewer layers than it is to have. Without a ridge a layer costs nothing, and all are there from the first step. */
export function startsShallower({ depth, startDepth, lambda }: Experiment): boolean {
  return startDepth < depth && lambda > 0;
}

/**
 * The experiment that each start trains: itself where the start has all layers. Of one with fewer,
 * the coefficient of ‖θ‖² is that of the whole network, or on digits that of a network of its own
 * depth, under which they wear down sooner (docs/starts-alternatives.md); the step size and its schedule are the usual
 * ones of networks that are trained whole at that depth, or of the deepest that are; `steps` are those
 * of a start.
 */
export function experimentOfStart(experiment: Experiment): Experiment {
  if (!startsShallower(experiment)) return experiment;
  const { data, depth, startDepth, shortSteps, ridge, lambda } = experiment;
  const { learningRate, schedule } = wholeRecipe(data, startDepth);
  const divisor = dataFamilies[data].kind === 'digits' ? startDepth : depth;
  return {
    ...experiment,
    depth: startDepth,
    lambda: ridge === 'per-depth' ? (lambda * startDepth) / divisor : lambda,
    steps: shortSteps,
    learningRate,
    schedule,
  };
}

/** The recipe of this depth, or where it begins with fewer layers itself, of those. */
function wholeRecipe(data: DataName, depth: number): ReturnType<typeof recipeFor> {
  const recipe = recipeFor(data, depth);
  const { startDepth = depth } = recipe;
  return startDepth < depth ? wholeRecipe(data, startDepth) : recipe;
}

/**
 * The value every field takes when nobody chose one. The start of training depends on depth:
 * deep networks leave the saddle at zero only under a gentle ridge, and agree with each other
 * only when their gradients are clipped.
 */
import { dataFamilies } from './data/index.ts';
import type { Choices, Experiment } from './schema.ts';

type Recipe = Pick<Experiment, 'amplitude' | 'learningRate' | 'warmUp' | 'clip'>;

/** The small-function start that was measured to find cheap minima dependably at this depth. */
function recipeFor(depth: number): Recipe {
  if (depth <= 2) return { amplitude: 3e-4, learningRate: 1e-3, warmUp: 1, clip: 0.1 };
  if (depth <= 9) return { amplitude: 3e-4, learningRate: 1e-3, warmUp: 1, clip: 0 };
  if (depth <= 20) return { amplitude: 3e-4, learningRate: 1e-3, warmUp: 0.3, clip: 0.1 };
  if (depth <= 40) return { amplitude: 1e-3, learningRate: 5e-4, warmUp: 0.3, clip: 0.1 };
  return { amplitude: 1e-3, learningRate: 5e-4, warmUp: 0.2, clip: 0.1 };
}

/**
 * Completes somebody's choices with the defaults that suit them. Deep networks begin under a
 * gentle ridge whatever their start: with all of it 2 of 16 uniform starts at L = 9 on the paper's
 * points collapsed to zero, with three tenths of it none (measured, seeds 0 to 15).
 */
export function completeExperiment(choices: Choices): Experiment {
  const data = choices.data ?? 'paper-s';
  const depth = choices.depth ?? 9;
  const init = choices.init ?? 'small';
  const family = dataFamilies[data];
  const defaults: Experiment = {
    task: 'classification',
    data,
    points: family.points,
    noise: family.noise,
    depth,
    width: 50,
    lambda: 9e-3,
    ridge: 'per-depth',
    schedule: 'drop',
    steps: 8000,
    init,
    gain: 1,
    biasScale: init === 'small' || init === 'uniform' ? 1 : 0,
    warmUpLoss: 0.1,
    ramp: 2000,
    seed: 0,
    threshold: 0.1,
    engine: 'auto',
    view: 'lab',
    ...(init === 'small'
      ? recipeFor(depth)
      : { amplitude: 3e-4, learningRate: 1e-3, warmUp: depth < 7 ? 1 : 0.3, clip: 0 }),
  };
  const experiment = { ...defaults, ...definedOnly(choices) };
  return family.fixed ? { ...experiment, points: family.points } : experiment;
}

function definedOnly(choices: Choices): Choices {
  return Object.fromEntries(
    Object.entries(choices).filter(([, value]) => value !== undefined),
  ) as Choices;
}

/** Every setting of a section in full, read off the experiments that were run. */

import { optimisationOf } from '../../engine/index.ts';
import { comparesStarts } from '../../engine/short-starts.ts';
import { type Experiment, startsShallower } from '../../experiment/index.ts';
import { tableOf } from './markdown.ts';

/** A row for each experiment, in Markdown. */
export function settingsTable(experiments: readonly Experiment[]): string {
  const rows = experiments.map((experiment) => [
    experiment.depth,
    experiment.width,
    experiment.points,
    penalty(experiment),
    initialWeights(experiment),
    atFirst(experiment),
    experiment.clip === 0 ? 'none' : experiment.clip,
    stepSize(experiment),
    experiment.steps,
    starts(experiment),
  ]);
  return tableOf(
    [
      'L',
      'width',
      'N',
      'penalty',
      'initial weights and biases',
      'penalty at first',
      'gradients clipped at',
      'Adam steps of',
      'steps',
      'starts',
    ],
    rows,
  );
}

/** The coefficient of ‖θ‖² (biases included), and how it comes about. */
function penalty(experiment: Experiment): string {
  const { ridge, lambda, depth } = experiment;
  const coefficient = Number(optimisationOf(experiment).ridge.toPrecision(3));
  return ridge === 'per-depth'
    ? `${coefficient} ‖θ‖² (λ/L, λ = ${lambda}, L = ${depth})`
    : `${coefficient} ‖θ‖² (λ, not divided by L)`;
}

function initialWeights({ init, amplitude, gain, biasScale }: Experiment): string {
  const biases = biasScale === 1 ? '' : `, biases times ${biasScale}`;
  switch (init) {
    case 'small':
      return `He normal times a^(1/L), a = ${amplitude}${biases}`;
    case 'uniform':
      return `uniform, ±1/√fan-in${biases}`;
    case 'he':
      return `He normal times ${gain}${biases}`;
    case 'orthogonal':
      return `orthogonal times ${gain}${biases}`;
    case 'identity':
      return `orthogonal times ${gain} in six layers and the last, identity between${biases}`;
  }
}

function atFirst({ warmUp, warmUpLoss, ramp, lambda }: Experiment): string {
  if (warmUp === 1 || lambda === 0) return 'in full';
  return `${warmUp} of it to a loss of ${warmUpLoss}, then up in ${ramp} steps`;
}

function stepSize({ learningRate, schedule }: Experiment): string {
  switch (schedule) {
    case 'constant':
      return `${learningRate}`;
    case 'drop':
      return `${learningRate}, a tenth of it in the last fifth`;
    case 'cosine':
      return `${learningRate}, falling to 0 as a cosine`;
  }
}

function layersOfStart(experiment: Experiment): string {
  return startsShallower(experiment) ? ` of ${experiment.startDepth} layers, then grown` : '';
}

function starts(experiment: Experiment): string {
  return comparesStarts(experiment)
    ? `cheapest of ${experiment.starts} after ${experiment.shortSteps} steps${layersOfStart(experiment)}`
    : 'one';
}

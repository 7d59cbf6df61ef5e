/** How the weights are moved. */
import { choice, integer, real } from '../field.ts';

export const optimiserFields = {
  learningRate: real({
    group: 'optimiser',
    effect: 'live',
    min: 1e-6,
    max: 0.1,
    scale: 'log',
  }),
  schedule: choice(['constant', 'drop', 'cosine'], {
    group: 'optimiser',
    effect: 'live',
  }),
  steps: integer({
    group: 'optimiser',
    effect: 'live',
    min: 100,
    max: 200_000,
    scale: 'log',
  }),
  stop: choice(['steps', 'settled'], {
    group: 'optimiser',
    effect: 'live',
  }),
  clip: real({
    group: 'optimiser',
    effect: 'live',
    min: 0,
    max: 100,
    scale: 'log',
  }),
};

/** How the weights are moved. */
import { choice, integer, real } from '../field.ts';

export const optimiserFields = {
  learningRate: real({
    title: 'Learning rate',
    help: 'Step size of Adam at the beginning.',
    group: 'optimiser',
    effect: 'live',
    min: 1e-6,
    max: 0.1,
    scale: 'log',
  }),
  schedule: choice(
    {
      constant: 'Constant',
      drop: 'A tenth for the last fifth',
      cosine: 'Cosine to zero',
    },
    {
      title: 'Schedule',
      help: 'How the learning rate changes over the step budget.',
      group: 'optimiser',
      effect: 'live',
    },
  ),
  steps: integer({
    title: 'Step budget',
    help: 'Number of full-batch steps after which training stops.',
    group: 'optimiser',
    effect: 'live',
    min: 100,
    max: 200_000,
    scale: 'log',
  }),
  clip: real({
    title: 'Gradient clip',
    help: 'Largest norm of the data-loss gradient, before the ridge is added; 0 is no clipping.',
    group: 'optimiser',
    effect: 'live',
    min: 0,
    max: 100,
    scale: 'log',
  }),
};

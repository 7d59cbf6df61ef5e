/** What weights cost, and when. */
import { choice, integer, real } from '../field.ts';

export const regularisationFields = {
  lambda: real({
    title: 'Ridge λ',
    help: 'Price of the squared norm of all weights and biases.',
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 1,
    scale: 'log',
  }),
  ridge: choice(
    { 'per-depth': '(λ/L)·‖θ‖²', undivided: 'λ·‖θ‖²' },
    {
      title: 'Ridge scaling',
      help: 'Dividing λ by the depth keeps the price of a rank the same at every depth.',
      group: 'regularisation',
      effect: 'live',
    },
  ),
  warmUp: real({
    title: 'Ridge at the start',
    help: 'Share of λ in force until the network has begun to fit; 1 is no warm-up.',
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 1,
  }),
  warmUpLoss: real({
    title: 'Warm-up ends at loss',
    help: 'Once the data loss falls below this, λ begins to rise to its full value.',
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 10,
  }),
  ramp: integer({
    title: 'Ramp',
    help: 'Steps over which λ rises from its share at the start to its full value.',
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 100_000,
    scale: 'log',
  }),
};

/** What weights cost, and when. */
import { choice, integer, real } from '../field.ts';

export const regularisationFields = {
  lambda: real({
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 1,
    scale: 'log',
  }),
  ridge: choice(['per-depth', 'undivided'], {
    group: 'regularisation',
    effect: 'live',
  }),
  warmUp: real({
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 1,
  }),
  warmUpLoss: real({
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 10,
  }),
  ramp: integer({
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 100_000,
    scale: 'log',
  }),
};

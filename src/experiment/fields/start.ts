/** Where training begins. */
import { choice, integer, real } from '../field.ts';

export const startFields = {
  init: choice(['small', 'uniform', 'he', 'orthogonal', 'identity'], {
    group: 'start',
    effect: 'restart',
  }),
  amplitude: real({
    group: 'start',
    effect: 'restart',
    min: 1e-8,
    max: 1,
    scale: 'log',
  }),
  gain: real({
    group: 'start',
    effect: 'restart',
    min: 0.05,
    max: 3,
  }),
  biasScale: real({
    group: 'start',
    effect: 'restart',
    min: 0,
    max: 2,
  }),
  seed: integer({
    group: 'start',
    effect: 'restart',
    min: 0,
    max: 999_999,
  }),
  startDepth: integer({
    group: 'start',
    effect: 'restart',
    min: 2,
    max: 48,
  }),
  starts: integer({
    group: 'start',
    effect: 'restart',
    min: 1,
    max: 16,
  }),
  shortSteps: integer({
    group: 'start',
    effect: 'restart',
    min: 50,
    max: 20_000,
    scale: 'log',
  }),
  restarts: integer({
    group: 'start',
    effect: 'view',
    min: 0,
    max: 8,
  }),
};

/** Where training begins. */
import { choice, integer, real } from '../field.ts';

export const startFields = {
  init: choice(
    {
      small: 'Small function',
      uniform: 'Uniform ±1/√fan-in',
      he: 'He normal',
      orthogonal: 'Orthogonal',
    },
    {
      title: 'Start',
      help: 'How the weights are drawn. Low rank comes from growing up from a small function.',
      group: 'start',
      effect: 'restart',
    },
  ),
  amplitude: real({
    title: 'Amplitude a',
    help: 'Small function: size of the initial function; the gain of each layer is a^(1/L).',
    group: 'start',
    effect: 'restart',
    min: 1e-8,
    max: 1,
    scale: 'log',
  }),
  gain: real({
    title: 'Gain',
    help: 'He and orthogonal starts: factor on every initial weight.',
    group: 'start',
    effect: 'restart',
    min: 0.05,
    max: 3,
  }),
  biasScale: real({
    title: 'Bias scale',
    help: 'Spread of the initial biases as a multiple of that of the weights.',
    group: 'start',
    effect: 'restart',
    min: 0,
    max: 2,
  }),
  seed: integer({
    title: 'Seed',
    help: 'The same seed gives the same data and the same initial weights everywhere.',
    group: 'start',
    effect: 'restart',
    min: 0,
    max: 999_999,
  }),
  starts: integer({
    title: 'Short starts',
    help: 'So many starts are trained for a moment, and the one with the lowest total loss goes on; 1 compares none.',
    group: 'start',
    effect: 'restart',
    min: 1,
    max: 16,
  }),
  shortSteps: integer({
    title: 'Steps of a short start',
    help: 'How far each start is trained before the cheapest is chosen.',
    group: 'start',
    effect: 'restart',
    min: 50,
    max: 5000,
    scale: 'log',
  }),
};

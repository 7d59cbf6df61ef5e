/** The shape of the network, and what happens to it when its depth changes. */
import { choice, integer } from '../field.ts';

export const networkFields = {
  depth: integer({
    title: 'Depth L',
    help: 'Number of weight matrices between the input and the output.',
    group: 'network',
    effect: 'restart',
    min: 1,
    max: 48,
  }),
  width: integer({
    title: 'Width',
    help: 'Number of neurons in each hidden layer.',
    group: 'network',
    effect: 'restart',
    min: 4,
    max: 128,
  }),
  depthChange: choice(
    { restart: 'Restart', carry: 'Carry over' },
    {
      title: 'When the depth changes',
      help: 'Begin anew from a small function, or grow and shrink the trained network, which tends to keep its rank.',
      group: 'network',
      effect: 'view',
    },
  ),
};

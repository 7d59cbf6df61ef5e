/** The shape of the network, and what happens to it when its depth changes. */
import { choice, integer } from '../field.ts';

export const networkFields = {
  depth: integer({
    group: 'network',
    effect: 'restart',
    min: 1,
    max: 48,
  }),
  width: integer({
    group: 'network',
    effect: 'restart',
    min: 4,
    max: 128,
  }),
  depthChange: choice(['restart', 'carry'], {
    group: 'network',
    effect: 'view',
  }),
};

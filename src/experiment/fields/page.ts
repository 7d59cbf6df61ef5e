/** How results are read and shown; nothing here changes what is learnt. */
import { engineNames } from '../engine-names.ts';
import { choice, real } from '../field.ts';

export const pageFields = {
  threshold: real({
    group: 'page',
    effect: 'view',
    min: 0.001,
    max: 0.9,
    scale: 'log',
  }),
  centring: choice(['centred', 'raw'], {
    group: 'page',
    effect: 'view',
  }),
  engine: choice(['auto', ...engineNames], {
    group: 'page',
    effect: 'move',
  }),
  instant: choice(['on', 'off'], {
    group: 'page',
    effect: 'restart',
  }),
  view: choice(['article', 'lab', 'embed', 'sweep', 'compare'], {
    group: 'page',
    effect: 'view',
  }),
  language: choice(['auto', 'en', 'zh'], {
    group: 'page',
    effect: 'view',
  }),
  theme: choice(['auto', 'light', 'dark', 'projector'], {
    group: 'page',
    effect: 'view',
  }),
};

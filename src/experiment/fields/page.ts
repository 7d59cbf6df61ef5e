/** How results are read and shown; nothing here changes what is learnt. */
import { choice, real } from '../field.ts';

export const pageFields = {
  threshold: real({
    title: 'Rank threshold',
    help: 'A singular value counts towards the rank above this share of the largest.',
    group: 'page',
    effect: 'view',
    min: 0.001,
    max: 0.9,
    scale: 'log',
  }),
  centring: choice(
    { centred: 'Centred', raw: 'As they are' },
    {
      title: 'Activations shown',
      help: 'Whether their mean over the points, the same for every point, is taken away before singular values are shown; ranks are meaningful only then.',
      group: 'page',
      effect: 'view',
    },
  ),
  engine: choice(
    {
      auto: 'Fastest here',
      webgpu: 'WebGPU, fused',
      wasm: 'WebAssembly SIMD',
      'tfjs-webgpu': 'TensorFlow.js on WebGPU',
      'tfjs-wasm': 'TensorFlow.js on WebAssembly',
      'tfjs-cpu': 'TensorFlow.js in JavaScript',
    },
    {
      title: 'Engine',
      help: 'What computes the training steps.',
      group: 'page',
      effect: 'move',
    },
  ),
  instant: choice(
    { on: 'Shown at once', off: 'Not used' },
    {
      title: 'Settled runs',
      help: 'Where a settled run ships with the page, show it at once and train on from there, or always train from the start.',
      group: 'page',
      effect: 'restart',
    },
  ),
  view: choice(
    {
      article: 'Article',
      lab: 'Lab',
      embed: 'Embed',
      sweep: 'Depth window',
      compare: 'Compare',
    },
    {
      title: 'View',
      help: 'The article, the whole lab, slider, map and spectra for an iframe in a slide, sweeps over depth, or two experiments side by side.',
      group: 'page',
      effect: 'view',
    },
  ),
  language: choice(
    { auto: 'As the browser', en: 'English', zh: '简体中文' },
    {
      title: 'Language',
      help: 'The language of the page; a link carries it only if it was chosen.',
      group: 'page',
      effect: 'view',
    },
  ),
  theme: choice(
    { auto: 'As the system', light: 'Light', dark: 'Dark', projector: 'Projector' },
    {
      title: 'Theme',
      help: 'Colours of the page; for a projector with strong contrast, large letters and large marks.',
      group: 'page',
      effect: 'view',
    },
  ),
};

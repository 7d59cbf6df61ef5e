export const tour = {
  count: 'Step {{step}} of {{count}}',
  next: 'Next',
  back: 'Back',
  skip: 'Skip the tour',
  done: 'Done',
  'depth.title': 'Depth is what you drag',
  'depth.text':
    'From 1 layer to 48. Every change starts a network anew from a small function, and it trains while you watch.',
  'map.title': 'What the network has learnt',
  'map.text':
    'Each region is where one class wins. Shallow networks let three regions meet in a tripoint; deep ones order them in bands. “Edit the points” makes the data yours.',
  'stack.title': 'The layers',
  'stack.text':
    'The ink in each layer is the rank of what is left of the data there; the narrowest is the bottleneck. Rest on a layer, or click it, to see every weight in it.',
  'spectra.title': 'Singular values, layer by layer',
  'spectra.text':
    'Red lines count towards the rank, grey ones are below the threshold. When depth does its work, all but a few fall.',
  'verdict.title': 'In one sentence',
  'verdict.text':
    'What this run shows is said here, computed from the run, and below it stand the numbers it rests on.',
  'tools.title': 'Tasks, presets, undo',
  'tools.text':
    'Three tasks from the paper, a preset for each of its figures, and Ctrl+Z for whatever you changed.',
  'controls.title': 'Everything else',
  'controls.text':
    'Each group opens and closes; the question mark beside a name says what it does. λ and most others act on the running network, without a restart.',
  'share.title': 'Take it with you',
  'share.text':
    'Pause, step, restart; and the link holds the whole experiment, your own points included.',
} as const;

export const snapshot = {
  // Where a picture comes from.
  'badge.file': 'settled, from file',
  'badge.live': 'live',
  'badge.fileHelp':
    'Trained earlier on {{engine}} for {{steps}} steps (the cheapest of {{tried}} seeds, {{date}}, revision {{revision}}); training goes on from exactly here in a moment.',
  'badge.liveHelp': 'What you see is being trained, or was, in this browser.',

  // Why so many networks fit into so little.
  small:
    'The settled networks of this figure, {{count}} depths, came in one file of {{kilobytes}} kB, though the deepest alone has {{full}} kB of weights: settled deep layers are of low rank, most neurons are dead or see the same direction as another, and only the rest has to be kept.',

  // A file that cannot be used.
  'notice.unusable':
    'The settled runs cannot be shown: {{reason}} The network is trained here instead.',
  'error.notOurs': 'this is no file of settled networks.',
  'error.version': 'they are of version {{version}}, and this page reads version {{own}}.',
  'error.damaged': 'their file is damaged or incomplete.',
  'error.fetch': 'their file could not be fetched.',
  'error.slow': 'their file takes too long to come.',
  'error.unknown': 'there is no experiment called “{{name}}”.',
} as const;

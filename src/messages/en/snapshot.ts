export const snapshot = {
  // Where a picture comes from.
  'badge.file': 'settled, from file',
  'badge.live': 'live',
  'badge.fileHelp':
    'Trained earlier on {{engine}} for {{steps}} steps (the cheapest of {{tried}} seeds, {{date}}); training goes on from exactly here in a moment.',
  'badge.liveHelp': 'What you see is being trained, or was, in this browser.',

  // Why so many networks fit into so little.
  small:
    'All {{count}} settled networks of this figure fit into {{kilobytes}} kB: a settled deep network is of low rank, most of its neurons are dead or see the same direction, and the few that are left take a few hundred bytes.',

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

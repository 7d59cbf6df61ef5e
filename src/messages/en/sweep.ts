export const sweep = {
  'core.notASpec': 'This is no description of a sweep: {{reason}}',
  'core.notASweep': 'This file holds no sweep that this page can read: {{reason}}',
  'core.olderSweep':
    'This file was written in version {{found}} of the format; version {{wanted}} is read here.',
  'core.unknownField': 'The sweep’s common choices could not be read: {{reason}}',
} as const;

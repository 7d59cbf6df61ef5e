export const notices = {
  // A link, and a number somebody typed.
  'link.unknown':
    'The link has a parameter “{{parameter}}” that Rankfall does not know; it was left out.',
  'link.rejected': '“{{parameter}}={{text}}” {{reason}}; {{title}} is {{value}} instead.',
  'link.leftOut': '“{{parameter}}={{text}}” {{reason}}; it was left out.',
  'link.otherTask': 'does not belong to the task {{task}}',
  'value.noNumber': 'is not a number',
  'value.notFinite': 'is not finite',
  'value.notWhole': 'is not a whole number',
  'value.below': 'is below {{limit}}',
  'value.above': 'is above {{limit}}',
  'value.noneOf': 'is none of {{names}}',
  'value.noPoints': 'is no set of points',

  // The run.
  'run.onOther': '{{refusal}} Training runs on “{{engine}}”.',
  'run.engineStopped': 'The engine “{{engine}}” stopped working ({{reason}}).',
  'run.defect':
    'Something on this page went wrong ({{reason}}). Training goes on; what was to be drawn is left out.',
  'run.noEngine': 'No engine could take over ({{reason}}). Reload the page to try again.',
  'carry.unfitted':
    'The network did not fit its data yet, so there was nothing to carry over: the new depth begins from a fresh start.',
  'carry.diverged':
    'Training had diverged, so there was nothing to carry over: the new depth begins from a fresh start.',
  'carry.failed':
    'The network could not be carried over ({{reason}}): the new depth begins from a fresh start.',
  'carry.narrowed':
    'A function of rank {{rank}} does not pass through {{width}} neurons unchanged: its best approximation of rank {{width}} was carried over.',
  'run.breakdown': 'Training stopped: {{reason}} Reload the page to try again.',
  'run.noWorker': 'The training worker could not be started.',
  'run.failed': 'That did not work: {{reason}}',
} as const;

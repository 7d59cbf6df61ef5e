export const picture = {
  save: 'Save the picture “{{name}}”',
  formats: 'Save as',
  failed: 'The browser could not save it.',
} as const;

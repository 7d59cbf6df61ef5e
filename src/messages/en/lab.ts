export const lab = {
  title: 'Rankfall',
  subtitle: 'Drag the depth of a network and watch the rank of what it learns fall.',
} as const;

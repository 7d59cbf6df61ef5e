export const science = {
  start: 'start',
  startChosen: '{{chosen}} of {{count}}',
  startComparing: 'comparing {{training}} of {{count}}',
  comparing:
    'Comparing start {{training}} of {{count}}: each is trained for {{steps}} steps, and the cheapest goes on. The picture is that of the cheapest so far.',
  comparingUnfitted:
    'Comparing start {{training}} of {{count}}: each is trained for {{steps}} steps, and the cheapest goes on. The picture is that of the last run until one of them fits its data.',
} as const;

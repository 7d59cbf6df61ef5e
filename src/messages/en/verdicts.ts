/** What theory says for a rank, and whether it holds here (src/analysis/topology-verdict.ts). */
export const verdicts = {
  'one-class': 'One class wins everywhere, so there is nothing for theory to forbid.',
  'rank-0-fails':
    'A function of rank 0 is constant, yet {{classes}} classes win somewhere: what tells them apart lies below the threshold.',
  'two-classes':
    'Two classes never make a tripoint, whatever the rank (here {{rank}}), so theory is not put to the test.',
  'rank-1-no-chain':
    'At rank 1 no three classes may meet, and none do. The classes do not follow each other in a chain, so some class takes more than one stretch of the line.',
  'rank-1-holds':
    'At rank 1 no three classes may meet, and none do: the classes follow each other in the order {{order}}.',
  'rank-1-fails_one':
    'At rank 1 no three classes may meet, yet there is 1 tripoint: the function still uses a second direction, too weak for the threshold.',
  'rank-1-fails_other':
    'At rank 1 no three classes may meet, yet there are {{count}} tripoints: the function still uses a second direction, too weak for the threshold.',
  'rank-k-bands':
    'At rank {{rank}} tripoints are allowed, but there are none: for these regions rank 1 would be enough.',
  'rank-k-holds':
    'At rank {{rank}} as a rule at most {{allowed}} classes meet in a point, and here at most {{meeting}} do.',
  'rank-k-fails':
    'At rank {{rank}} as a rule at most {{allowed}} classes meet in a point, yet {{meeting}} do here: a coincidence, or a direction too weak for the threshold.',
  uncertain: '{{sentence}} (Not every tripoint has been verified on the network.)',
} as const;

/** What a run shows, what theory says for its rank, and whether it holds here. */
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
  'run.settled':
    'At depth {{depth}} the network settled at bottleneck rank {{rank}} (layer {{layer}})',
  'run.settledNowhere': 'At depth {{depth}} the network settled at bottleneck rank {{rank}}',
  'run.at': 'At depth {{depth}} the network is at bottleneck rank {{rank}} (layer {{layer}})',
  'run.atNowhere': 'At depth {{depth}} the network is at bottleneck rank {{rank}}',
  'run.wide':
    '{{reached}}, as many dimensions as its inputs or outputs have (no layer shows fewer than {{directions}})',
  'run.teacher':
    '{{reached}}; its teacher has rank {{trueRank}}. The error is {{trainingError}} on the points it was trained on and {{testError}} on others.',
  'run.teacherNarrow':
    'The middle of that teacher, k = {{asked}}, is wider than its inputs or outputs, which are what bounds its rank.',
  'run.curve':
    '{{reached}}: a point of the plane ends {{distance}} from the curve on average, {{ratio}} of the distance it began at.',
  'run.digits':
    '{{reached}}: its answers to noisy digits it has not seen are wrong by {{ratio}} of the noise.',
  'run.orderedBands':
    '{{reached}}: it folds the plane onto a line, so the classes lie in ordered bands and there are no tripoints.',
  'run.bands':
    '{{reached}}: it folds the plane onto a line, so the classes lie in bands and there are no tripoints.',
  'run.meet_zero': '{{reached}}, and its classes meet in no tripoints.',
  'run.meet_one': '{{reached}}, and its classes meet in {{count}} tripoint.',
  'run.meet_other': '{{reached}}, and its classes meet in {{count}} tripoints.',
  'run.carried':
    'The network was begun at L = {{depth}} and carried over, and low rank comes from growing up from zero rather than from wearing down: compare the loss with that of a restart.',
  'run.growing':
    'Growing from a small function: the picture is that of the last run until this one fits its data.',
  'run.diverged':
    '<strong>The loss stopped being a number.</strong> Steps of {{rate}} are too long here; the network went back to step {{step}}, where all was well.',
  'run.shorterSteps': 'Go on with steps of {{rate}}',
  'run.collapsed':
    '<strong>This run has collapsed:</strong> the network gives the same answer everywhere, a local minimum at zero.',
  'run.wayOut.warm-up':
    'The ridge holds it there. A gentler warm-up may let it out: {{share}} of λ until it fits, from a start of a = {{amplitude}}.',
  'run.wayOut.ridge':
    'The warm-up could hardly be gentler, so λ is too much for it: {{lambda}} may do.',
  'run.wayOut.seed':
    'No ridge holds it there, so other weights may do, from a start of a = {{amplitude}}.',
  'run.takeWayOut.warm-up': 'Restart with a gentler warm-up',
  'run.takeWayOut.ridge': 'Restart with less ridge',
  'run.takeWayOut.seed': 'Restart from other weights',
  uncertain: '{{sentence}} (Not every tripoint has been verified on the network.)',
} as const;

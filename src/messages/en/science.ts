export const science = {
  'ranks.heading': 'Ranks, layer by layer',
  'ranks.help':
    'Four ways to count: singular values above the threshold, those before the largest gap, Σσ<sub>i</sub>²/σ₁² (stable rank), and the exponential of their entropy (effective rank).',
  'ranks.weights': 'Weights W',
  'ranks.centred': 'Activations Z, centred',
  'ranks.raw': 'Activations Z, as they are',
  'ranks.numerical': 'above threshold',
  'ranks.gap': 'before the gap',
  'ranks.stable': 'stable',
  'ranks.effective': 'effective',
  'ranks.layerAxis': 'layer ℓ',
  'ranks.layer': 'layer {{layer}}',
  'ranks.none': 'Nothing has been trained yet.',
  'ranks.over': '{{title}}: ranks of layers 1 to {{layers}}.',
  'ranks.row': '{{name}}: {{values}}.',
  'ranks.bottleneckAt': 'The bottleneck is at layer {{layer}}.',
  'ranks.network':
    '{{reached}} The clearest gap of a hidden layer is at layer {{gapLayer}}, after {{gapRank}}: {{ratio}} to 1.',
  'ranks.networkAlone': 'The network’s bottleneck: rank {{rank}} at layer {{layer}}.',
  'ranks.networkWide':
    'The network’s bottleneck: rank {{rank}}, as many dimensions as its inputs or outputs have; its narrowest layer, {{layer}}, shows {{directions}} directions.',
  'ranks.noHidden': 'A network of one layer is linear: its rank is that of its weights, {{rank}}.',
  'ranks.chartName': 'Ranks of each layer: {{title}}',
  'ranks.table': 'As a table',
  'ranks.tableLayer': 'ℓ',
  'ranks.switch': 'Centre the activations',
  'ranks.whyDiffers':
    'Left as they are, the activations of layer {{layer}} show rank {{raw}}; centred, {{centred}}. The extra direction is their mean, the same for every point: it tells nothing apart, so a rank is read after taking it away.',
  'ranks.whySame':
    'Here the narrowest layer shows rank {{centred}} either way. As a rule the mean of the activations, the same for every point, counts as a direction of its own unless it is taken away.',
  'groups.curve': 'Signs: the quarter of the curve a point lies on.',
  'groups.answer':
    'Signs: the quarter a point falls into by the first principal direction of the teacher’s answers.',
  'groups.digit': 'Signs: which digit a held-out image shows.',
  'restarts.training':
    'Training other seeds in the background: {{done}} of {{wanted}} done, none cheaper so far.',
  'restarts.cheaper':
    'Seed {{seed}} found a cheaper minimum: total {{found}} instead of {{shown}}.',
  'restarts.show': 'Show it',
  'restarts.none_one':
    'One other seed found nothing cheaper than the total of {{shown}} on screen.',
  'restarts.none_other':
    '{{count}} other seeds found nothing cheaper than the total of {{shown}} on screen.',
} as const;

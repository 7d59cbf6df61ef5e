/** Titles of the built-in data, by their names. */
export const data = {
  'paper-s': 'Four inverted S (the paper’s points)',
  'inverted-s': 'Four inverted S (any number)',
  'three-blobs': 'Three blobs',
  'four-blobs': 'Four blobs',
  pinwheel: 'Pinwheel',
  rings: 'Rings',
  xor: 'XOR',
  spirals: 'Spirals',
  moons: 'Moons',
  own: 'Your own points',
  teacher: 'Teacher of rank k',
  'paper-curve': 'The paper’s curve',
  line: 'Line',
  circle: 'Circle',
  's-curve': 'S',
  'two-arcs': 'Two arcs',
  digits: 'Digits (MNIST)',

  unreadable: 'The digits could not be loaded ({{status}}).',
} as const;

/** What the network is trained on, and what is shown to it besides. */
import { type DataName, dataFamilies, dataNames, type TaskName } from '../data/index.ts';
import { choice, integer, real, text } from '../field.ts';
import { decodePoints } from '../own-data/index.ts';

const dataTitles = Object.fromEntries(
  dataNames.map((name) => [name, dataFamilies[name].title]),
) as Record<DataName, string>;

export const dataFields = {
  task: choice<TaskName>(
    {
      classification: 'Classification',
      'rank-recovery': 'Rank recovery',
      autoencoder: 'Autoencoder',
    },
    {
      title: 'Task',
      help: 'What is learnt: to tell classes apart, to imitate a teacher of known rank, or to give inputs back.',
      group: 'data',
      effect: 'restart',
    },
  ),
  data: choice(dataTitles, {
    title: 'Data set',
    help: 'What the network is trained on.',
    group: 'data',
    effect: 'restart',
  }),
  points: integer({
    title: 'Points',
    help: 'Number of training points N; the paper’s own 39 points are fixed.',
    group: 'data',
    effect: 'restart',
    min: 4,
    max: 2000,
    scale: 'log',
  }),
  noise: real({
    title: 'Noise',
    help: 'Standard deviation of the scatter of each training point, in units of the data.',
    group: 'data',
    effect: 'restart',
    min: 0,
    max: 1,
  }),
  trueRank: integer({
    title: 'True rank k',
    help: 'Width of the narrowest layer of the teacher, the rank to be found.',
    group: 'data',
    effect: 'restart',
    min: 1,
    max: 16,
  }),
  inputDimension: integer({
    title: 'Inputs d',
    help: 'Dimension of the teacher’s inputs.',
    group: 'data',
    effect: 'restart',
    min: 1,
    max: 64,
  }),
  outputDimension: integer({
    title: 'Outputs d′',
    help: 'Dimension of the teacher’s outputs.',
    group: 'data',
    effect: 'restart',
    min: 1,
    max: 64,
  }),
  imageSide: choice(
    { '7': '7 × 7', '14': '14 × 14', '28': '28 × 28' },
    {
      title: 'Pixels',
      help: 'Size to which the digits are averaged; fewer pixels train faster.',
      group: 'data',
      effect: 'restart',
    },
  ),
  dataSeed: integer({
    title: 'Seed of the data',
    help: 'Draws the data, or the teacher; follows the seed unless it is chosen.',
    group: 'data',
    effect: 'restart',
    min: 0,
    max: 999_999,
  }),
  probes: choice(
    { random: 'Random', grid: 'On a grid', placed: 'Placed by hand' },
    {
      title: 'Probe points',
      help: 'Where the arrows start that show what the autoencoder does to the plane.',
      group: 'data',
      effect: 'live',
    },
  ),
  probeNoise: real({
    title: 'Noise to remove',
    help: 'Standard deviation of the noise on every pixel of the held-out digits; ink is 1.',
    group: 'data',
    effect: 'live',
    min: 0,
    max: 1,
  }),
  ownPoints: text(
    {
      title: 'Own points',
      help: 'The points drawn on the map or read from a table, in short.',
      group: 'data',
      effect: 'restart',
    },
    (value) => decodePoints(value) !== undefined,
    'is no set of points',
  ),
};

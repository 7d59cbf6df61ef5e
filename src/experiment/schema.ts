/** The one description of a run. Defaults are in defaults.ts, because some depend on other fields. */
import * as v from 'valibot';
import { type DataName, dataFamilies, dataNames, type TaskName } from './data/index.ts';
import { choice, type Field, integer, real } from './field.ts';

const dataTitles = Object.fromEntries(
  dataNames.map((name) => [name, dataFamilies[name].title]),
) as Record<DataName, string>;

export const experimentSchema = v.object({
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
  depth: integer({
    title: 'Depth L',
    help: 'Number of weight matrices between the input and the output.',
    group: 'network',
    effect: 'restart',
    min: 1,
    max: 48,
  }),
  width: integer({
    title: 'Width',
    help: 'Number of neurons in each hidden layer.',
    group: 'network',
    effect: 'restart',
    min: 4,
    max: 128,
  }),
  lambda: real({
    title: 'Ridge λ',
    help: 'Price of the squared norm of all weights and biases.',
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 1,
    scale: 'log',
  }),
  ridge: choice(
    { 'per-depth': '(λ/L)·‖θ‖²', undivided: 'λ·‖θ‖²' },
    {
      title: 'Ridge scaling',
      help: 'Dividing λ by the depth keeps the price of a rank the same at every depth.',
      group: 'regularisation',
      effect: 'live',
    },
  ),
  learningRate: real({
    title: 'Learning rate',
    help: 'Step size of Adam at the beginning.',
    group: 'optimiser',
    effect: 'live',
    min: 1e-6,
    max: 0.1,
    scale: 'log',
  }),
  schedule: choice(
    {
      constant: 'Constant',
      drop: 'A tenth for the last fifth',
      cosine: 'Cosine to zero',
    },
    {
      title: 'Schedule',
      help: 'How the learning rate changes over the step budget.',
      group: 'optimiser',
      effect: 'live',
    },
  ),
  steps: integer({
    title: 'Step budget',
    help: 'Number of full-batch steps after which training stops.',
    group: 'optimiser',
    effect: 'live',
    min: 100,
    max: 200_000,
    scale: 'log',
  }),
  clip: real({
    title: 'Gradient clip',
    help: 'Largest norm of the data-loss gradient, before the ridge is added; 0 is no clipping.',
    group: 'optimiser',
    effect: 'live',
    min: 0,
    max: 100,
    scale: 'log',
  }),
  init: choice(
    {
      small: 'Small function',
      uniform: 'Uniform ±1/√fan-in',
      he: 'He normal',
      orthogonal: 'Orthogonal',
    },
    {
      title: 'Start',
      help: 'How the weights are drawn. Low rank comes from growing up from a small function.',
      group: 'start',
      effect: 'restart',
    },
  ),
  amplitude: real({
    title: 'Amplitude a',
    help: 'Small function: size of the initial function; the gain of each layer is a^(1/L).',
    group: 'start',
    effect: 'restart',
    min: 1e-8,
    max: 1,
    scale: 'log',
  }),
  gain: real({
    title: 'Gain',
    help: 'He and orthogonal starts: factor on every initial weight.',
    group: 'start',
    effect: 'restart',
    min: 0.05,
    max: 3,
  }),
  biasScale: real({
    title: 'Bias scale',
    help: 'Spread of the initial biases as a multiple of that of the weights.',
    group: 'start',
    effect: 'restart',
    min: 0,
    max: 2,
  }),
  warmUp: real({
    title: 'Ridge at the start',
    help: 'Share of λ in force until the network has begun to fit; 1 is no warm-up.',
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 1,
  }),
  warmUpLoss: real({
    title: 'Warm-up ends at loss',
    help: 'Once the data loss falls below this, λ begins to rise to its full value.',
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 10,
  }),
  ramp: integer({
    title: 'Ramp',
    help: 'Steps over which λ rises from its share at the start to its full value.',
    group: 'regularisation',
    effect: 'live',
    min: 0,
    max: 100_000,
    scale: 'log',
  }),
  depthChange: choice(
    { restart: 'Restart', carry: 'Carry over' },
    {
      title: 'When the depth changes',
      help: 'Begin anew from a small function, or grow and shrink the trained network, which tends to keep its rank.',
      group: 'network',
      effect: 'view',
    },
  ),
  seed: integer({
    title: 'Seed',
    help: 'The same seed gives the same data and the same initial weights everywhere.',
    group: 'start',
    effect: 'restart',
    min: 0,
    max: 999_999,
  }),
  threshold: real({
    title: 'Rank threshold',
    help: 'A singular value counts towards the rank above this share of the largest.',
    group: 'page',
    effect: 'view',
    min: 0.001,
    max: 0.9,
    scale: 'log',
  }),
  engine: choice(
    {
      auto: 'Fastest here',
      webgpu: 'WebGPU, fused',
      wasm: 'WebAssembly SIMD',
      'tfjs-webgpu': 'TensorFlow.js on WebGPU',
      'tfjs-wasm': 'TensorFlow.js on WebAssembly',
      'tfjs-cpu': 'TensorFlow.js in JavaScript',
    },
    {
      title: 'Engine',
      help: 'What computes the training steps.',
      group: 'page',
      effect: 'move',
    },
  ),
  view: choice(
    { lab: 'Lab', embed: 'Embed' },
    {
      title: 'View',
      help: 'The whole page, or slider, map and spectra for an iframe in a slide.',
      group: 'page',
      effect: 'view',
    },
  ),
});

/** A run, completely described. */
export type Experiment = v.InferOutput<typeof experimentSchema>;
export type FieldName = keyof Experiment;
/** What somebody chose; every field left out takes its default. */
export type Choices = Partial<Experiment>;

export const fieldNames = Object.keys(experimentSchema.entries) as FieldName[];

/** Title, help, range and effect of a field. */
export function fieldOf(name: FieldName): Field {
  return v.getMetadata(experimentSchema.entries[name]).field as Field;
}

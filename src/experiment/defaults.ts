/**
 * The value every field takes when nobody chose one. The start of training depends on the task
 * and on the depth: deep classifiers leave the saddle at zero only under a gentle ridge, and
 * agree with each other only when their gradients are clipped; in regression the rank wears down
 * from an ordinary start.
 */

import type { Described } from './data/described.ts';
import {
  type DataName,
  dataFamilies,
  dataOfTask,
  firstOwnPoints,
  ownFamily,
  type TaskName,
  taskOfData,
} from './data/index.ts';
import type { Choices, Experiment } from './schema.ts';

type Recipe = Pick<
  Experiment,
  | 'depth'
  | 'width'
  | 'lambda'
  | 'steps'
  | 'amplitude'
  | 'learningRate'
  | 'schedule'
  | 'warmUp'
  | 'warmUpLoss'
  | 'ramp'
  | 'clip'
  | 'starts'
  | 'shortSteps'
> &
  // Of a task that does not begin with the small function, or not with all its layers.
  Partial<Pick<Experiment, 'init' | 'gain' | 'biasScale' | 'startDepth'>>;

/** The deepest network that there is: a start has all its layers. */
const allLayers = 48;

/**
 * The small-function start that was measured to find cheap minima dependably at this depth
 * (docs/starts.md). The warm-up ends when the network has begun to fit, at a loss that every
 * built-in data set reaches soon; the ramp is short, because short starts are compared after it.
 */
function classification(data: DataName, depth = 9): Recipe {
  const common = {
    depth,
    width: 50,
    lambda: 9e-3,
    steps: 8000,
    schedule: 'drop' as const,
    warmUpLoss: 0.4,
    ramp: 500,
    // At L = 4 the cheapest of four missed the cheapest minimum in one run of six, that of eight in none.
    // On the four blobs the order of the classes along the line decides, and has to be met with.
    starts: depth <= 4 || (depth > 20 && data === 'four-blobs') ? 8 : 4,
    // Deep ones are far from settled after 600 steps: at L = 32 eight of 600 ended dearer than four of 1,200.
    shortSteps: depth <= 13 ? 600 : 1200,
  };
  const still = { ...common, amplitude: 3e-4, learningRate: 1e-3, warmUp: 1, clip: 0 };
  // From a smaller function shallow networks stay where few neurons have moved: on the moons at
  // L = 2 a total of 0.255 or 0.281, against 0.188 from here.
  if (depth <= 4) return { ...still, amplitude: 0.1, clip: depth <= 2 ? 0.1 : 0 };
  if (depth <= 20) return { ...still, warmUp: 0.3, clip: 0.1 };
  // Deeper networks begin larger and under a gentler ridge: they have to get away from zero before
  // the ridge pulls them in, and need full steps to wear off in time the norm they start with.
  if (depth <= 40) return { ...still, amplitude: 3e-3, warmUp: 0.2, clip: 0.1 };
  return { ...still, amplitude: 1e-2, warmUp: 0.1, clip: 0.1 };
}

/** Networks of many layers that begin as seven: the six drawn ones at the front shrink the function to a third. */
const mostlyIdentity = { init: 'identity', gain: 1.2, biasScale: 0 } as const;

/**
 * The setting of the paper's Figure 1. A tenth of the ridge lets all k directions in before the
 * full ridge wears the others down: with a full ridge from the first step, or longer steps, one
 * or two of the k were lost, and from an ordinary start (a = 1) wearing down took twice as long.
 */
function rankRecovery(depth = 13): Recipe {
  const common = {
    depth,
    width: 100,
    lambda: 0.05,
    steps: 8000,
    warmUp: 0.1,
    warmUpLoss: 0.15,
    ramp: 500,
    starts: 1,
    shortSteps: 600,
  };
  if (depth <= 16) {
    return { ...common, amplitude: 0.1, learningRate: 3e-3, schedule: 'drop', clip: 0 };
  }
  // Deep students that grow from a small function lose directions: at L = 24 (N = 200) five of six
  // from a = 0.3 ended at rank 3, a total of 0.26; at L = 48 (N = 500) from a = 0.3 or 1 all at rank 1
  // or 0, 0.39 and more. Where most layers begin as the identity all k directions come in as a rule,
  // at totals of 0.24 and 0.23, the cheapest known.
  return {
    ...common,
    ...mostlyIdentity,
    amplitude: 1,
    learningRate: 1.5e-3,
    schedule: 'cosine',
    clip: 0.3,
  };
}

/**
 * The setting of the paper's Figure 3 (B): λ/L at L = 6 is its 1e-4. Losses are a hundred times
 * smaller than those of classifiers, and so is the length at which gradients are clipped: unclipped
 * runs leave the saddle with a norm that the ridge then takes ten thousands of steps to wear down
 * (at L = 16 a total of 1.8e-3 after 6,000 steps, against 0.75e-3 with this recipe). Large steps
 * that shrink all the way settle soonest, and in the same minimum from every start: of the paper's
 * curve at L = 6 the totals of eight seeds are 0.979 to 0.986e-3, with steps of 3e-3 0.983 to
 * 1.036e-3. Under steps of 1e-2 one run of five on the two arcs misses their minimum at L = 16, and
 * 32 layers collapse to zero. From a smaller function (a = 3e-4) the S misses its cheapest minimum
 * at L = 6, which has rank 2, and networks beyond L = 24 collapse to zero.
 *
 * Beyond L = 16 they begin with fewer layers and grow (shallow-start.ts): trained whole from the
 * first step they ended 5 to 25 % dearer at L = 48. The function is small there, so that two starts in
 * five or more end at the rank of their curve, and the price of a rank tells which. To lay a line along
 * a circle, or along both of two arcs, it has to be torn somewhere. Sixteen layers find that too seldom,
 * and are slow to find the place: at L = 32 five runs of eight on the circle ended at rank 2, though half
 * of their starts had rank 1. With twenty layers, longer starts and a ridge that rises slowly five
 * starts in six have rank 1, and the cheapest start is one of them.
 */
function curveAutoencoder(data: DataName, depth = 6): Recipe {
  const common = {
    depth,
    width: 50,
    lambda: 6e-4,
    steps: 6000,
    schedule: 'cosine' as const,
    warmUp: 0.1,
    warmUpLoss: 0.01,
    ramp: 500,
    clip: 0.01,
  };
  if (depth > 24 && (data === 'circle' || data === 'two-arcs')) {
    const start = { startDepth: 20, amplitude: 2e-4, starts: 6, shortSteps: 6000 };
    return { ...common, ...start, ramp: depth <= 40 ? 4000 : 500, steps: 8000, learningRate: 6e-4 };
  }
  if (depth > 16) {
    // A settled network of low rank shakes under steps like those that it was made with.
    const start = { startDepth: 16, amplitude: 1e-4, starts: 10, shortSteps: 4000 };
    return { ...common, ...start, learningRate: 3e-4 };
  }
  const learningRate = depth <= 8 ? 1e-2 : 6e-3;
  return { ...common, amplitude: 3e-2, learningRate, starts: 4, shortSteps: 600 };
}

/**
 * The setting of the paper's Figure 3 (A), on smaller images. A width below the number of pixels
 * and dark margins take off noise at any depth; what depth adds is seen at a small ridge. Under this
 * one training nearly settles: at L = 5 the totals after 10,000 steps are 1 to 5 % above that after
 * 16,000, where with a third of it 2,000 steps left it at 1.3 times its end. Orthogonal matrices that shrink
 * the function to about a fifth get farther than small functions; beyond L = 16 networks begin with
 * twelve layers, under the ridge of twelve, and grow (shallow-start.ts). Gradients are clipped only where they are very long: fresh runs
 * get a little farther, and a network carried from 4 layers to 32 keeps what it has learnt (under
 * λ = 3e-3 its data loss stayed below 1.2; unclipped it rose from 0.2 to 41 in twenty steps).
 */
function digitAutoencoder(depth = 5): Recipe {
  const startDepth = depth <= 16 ? allLayers : 12;
  const drawn = Math.min(depth, startDepth);
  return {
    depth,
    width: 128,
    lambda: 1e-2,
    steps: 10_000,
    schedule: 'drop',
    init: 'orthogonal',
    // A ReLU takes half of the square: from √2 the function would keep its size.
    gain: Math.round(100 * Math.SQRT2 * 0.2 ** (1 / drawn)) / 100,
    amplitude: 0.1,
    startDepth,
    learningRate: depth <= 16 ? 4e-3 : 1e-3,
    warmUp: 1,
    warmUpLoss: 3,
    ramp: 500,
    clip: 10,
    // Between, one start in eight ended a tenth dearer than the others, and looked it after 2,000 steps.
    starts: depth > 8 && depth <= 16 ? 3 : 1,
    shortSteps: depth <= 16 ? 2000 : 8000,
  };
}

/** How training goes at this depth where nobody chose anything. */
export function recipeFor(data: DataName, depth: number | undefined): Recipe {
  switch (dataFamilies[data].kind) {
    case 'classes':
      return classification(data, depth);
    case 'teacher':
      return rankRecovery(depth);
    case 'curve':
      return curveAutoencoder(data, depth);
    case 'digits':
      return digitAutoencoder(depth);
  }
}

/**
 * The task and the data of these choices. Data imply their task, and a task its first data; of a
 * pair that do not belong together the task counts.
 */
function taskAndData({ task, data }: Choices): { task: TaskName; data: DataName } {
  if (task === undefined) {
    const implied = data ?? dataOfTask.classification[0];
    return { task: taskOfData(implied), data: implied };
  }
  const belongs = data !== undefined && taskOfData(data) === task;
  return { task, data: belongs ? data : dataOfTask[task][0] };
}

/**
 * Completes somebody's choices with the defaults that suit them. Deep networks begin under a
 * gentle ridge whatever their start: with all of it 2 of 16 uniform starts at L = 9 on the paper's
 * points collapsed to zero, with three tenths of it none (measured, seeds 0 to 15).
 */
export function completeExperiment(choices: Choices): Experiment {
  const { task, data } = taskAndData(choices);
  const seed = choices.seed ?? 0;
  const ownPoints = data === 'own' ? (choices.ownPoints ?? firstOwnPoints) : '';
  const family = data === 'own' ? ownFamily(ownPoints) : dataFamilies[data];
  const recipe = recipeFor(data, choices.depth);
  const usual = recipe.init ?? 'small';
  const init = choices.init ?? usual;
  const defaults: Experiment = {
    task,
    data,
    points: family.points,
    noise: family.noise,
    trueRank: 4,
    inputDimension: 50,
    outputDimension: 50,
    imageSide: '14',
    dataSeed: seed,
    probes: 'random',
    probeNoise: 0.5,
    ownPoints,
    ridge: 'per-depth',
    depthChange: 'restart',
    stop: 'steps',
    seed,
    threshold: 0.1,
    centring: 'centred',
    engine: 'auto',
    instant: 'on',
    view: 'lab',
    language: 'auto',
    theme: 'auto',
    restarts: 0,
    startDepth: allLayers,
    ...recipe,
    init,
    gain: init === usual ? (recipe.gain ?? 1) : 1,
    biasScale:
      init === usual ? (recipe.biasScale ?? 1) : init === 'small' || init === 'uniform' ? 1 : 0,
    // What only the small-function start needs must not leak into the others.
    ...(init !== 'small' && task === 'classification'
      ? { amplitude: 3e-4, learningRate: 1e-3, warmUp: recipe.depth < 7 ? 1 : 0.3, clip: 0 }
      : {}),
    ...(init !== usual ? { starts: 1, startDepth: allLayers } : {}),
  };
  const experiment = { ...defaults, ...definedOnly(choices), task, data, ownPoints };
  return { ...experiment, points: pointsOf(family, experiment.points) };
}

/** How many points a family gives where so many were asked for. */
export function pointsOf({ points, fixed, mostPoints }: Described, asked: number): number {
  return fixed ? points : Math.min(asked, mostPoints ?? asked);
}

function definedOnly(choices: Choices): Choices {
  return Object.fromEntries(
    Object.entries(choices).filter(([, value]) => value !== undefined),
  ) as Choices;
}

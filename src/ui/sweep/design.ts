/** A sweep as somebody designs it in the form, and as a spec once it makes sense. */
import {
  completeExperiment,
  dataFamilies,
  type Experiment,
  fieldOf,
  parseQuery,
} from '../../experiment/index.ts';
import { sweepText } from '../../messages/sweep.ts';
import { costOfCell } from '../../sweep/cost.ts';
import { type CellResult, type Path, parseSpec, type SweepSpec } from '../../sweep/index.ts';
import { readList, writeList } from './list-text.ts';

/** The axes that are typed as lists, with the field of the experiment that each varies. */
export const listAxes = {
  depths: 'depth',
  seeds: 'seed',
  points: 'points',
  lambdas: 'lambda',
  widths: 'width',
  dataSeeds: 'dataSeed',
} as const;
export type ListAxis = keyof typeof listAxes;

/** What stands in the form. */
export interface Design extends Readonly<Record<ListAxis, string>> {
  /** The query of a link: what all cells share. */
  readonly base: string;
  readonly paths: readonly Path[];
  /** Step budget; empty leaves it to the experiment. */
  readonly steps: string;
}

/** A spec, or what is wrong with the form. */
export interface Designed {
  readonly spec: SweepSpec | undefined;
  readonly problems: Readonly<Partial<Record<ListAxis | 'steps' | 'paths', string>>>;
}

/** Experiments to begin from; the recipe of the teacher is that of the shipped map. */
export const bases = {
  classes: 'data=paper-s',
  teacher:
    'task=rank-recovery&trueRank=2&inputDimension=10&outputDimension=10&points=50&lambda=0.03&width=50&init=small&amplitude=0.01&learningRate=0.001&schedule=drop&clip=0.3&warmUp=0.3&warmUpLoss=0.3&ramp=2000&steps=6000',
  curve: 'task=autoencoder',
} as const;
export type BaseName = keyof typeof bases;

export const firstDesign: Design = {
  base: bases.classes,
  depths: '2-9',
  seeds: '0-2',
  points: '',
  lambdas: '',
  widths: '',
  dataSeeds: '',
  paths: ['restarted'],
  steps: '',
};

/** The form filled in as a spec says. */
export function designOf({ base, axes, steps }: SweepSpec): Design {
  return {
    base,
    depths: writeList(axes.depths),
    seeds: writeList(axes.seeds),
    points: writeList(axes.points ?? []),
    lambdas: writeList(axes.lambdas ?? []),
    widths: writeList(axes.widths ?? []),
    dataSeeds: writeList(axes.dataSeeds),
    paths: axes.paths,
    steps: steps === undefined ? '' : String(steps),
  };
}

const required: ReadonlySet<ListAxis> = new Set(['depths', 'seeds']);

/** Reads the form. */
export function specOf(design: Design): Designed {
  const problems: Partial<Record<ListAxis | 'steps' | 'paths', string>> = {};
  const read = (axis: ListAxis): number[] | undefined => {
    const field = fieldOf(listAxes[axis]);
    if (field.kind !== 'number') return undefined;
    const { values, problem } = readList(design[axis], field);
    if (problem !== undefined) {
      const { min, max } = field;
      problems[axis] = sweepText('design.notInRange', { text: problem, min, max });
    } else if (values.length === 0 && required.has(axis)) {
      problems[axis] = sweepText('design.missing');
    }
    return values.length === 0 ? undefined : [...values];
  };
  const [depths, seeds, points] = [read('depths'), read('seeds'), read('points')];
  const [lambdas, widths, dataSeeds] = [read('lambdas'), read('widths'), read('dataSeeds')];
  const steps = design.steps.trim() === '' ? undefined : Number(design.steps);
  const budget = fieldOf('steps');
  if (steps !== undefined && budget.kind === 'number') {
    const { min, max } = budget;
    if (!(Number.isInteger(steps) && steps >= min && steps <= max)) {
      problems.steps = sweepText('design.notInRange', { text: design.steps, min, max });
    }
  }
  if (design.paths.length === 0) problems.paths = sweepText('design.missing');
  if (Object.keys(problems).length > 0 || depths === undefined || seeds === undefined) {
    return { spec: undefined, problems };
  }
  const common = completeExperiment(parseQuery(design.base).choices);
  const spec = parseSpec({
    name: 'own',
    title: sweepText('design.name', { depths: design.depths.trim() }),
    base: design.base,
    axes: {
      depths,
      seeds,
      dataSeeds: dataSeeds ?? [common.dataSeed],
      paths: [...design.paths],
      ...(points && { points }),
      ...(lambdas && { lambdas }),
      ...(widths && { widths }),
    },
    ...(steps !== undefined && { steps }),
  });
  return { spec, problems };
}

/** How much there is to compute. */
export interface Workload {
  readonly cells: number;
  readonly seconds: number;
}

/** Seconds for one unit of cost where nothing has been measured yet. */
const usualSeconds = 7e-11;

/**
 * Cells of a spec, and how long so many workers need for them. Nothing is made of the cells but
 * their number and cost: there may be thousands, and a form asks with every key.
 *
 * @param secondsPerCost as `secondsPerCost` measured it
 */
export function workloadOf(
  spec: SweepSpec,
  workers: number,
  secondsPerCost: number = usualSeconds,
): Workload {
  const { axes, pathSeeds } = spec;
  const { common, costAt } = costsOf(spec);
  const distinct = (values: readonly number[] | undefined, otherwise: number) => [
    ...new Set(values ?? [otherwise]),
  ];
  // Data of a fixed number of points are the same for every number asked.
  const isFixed = dataFamilies[common.data].fixed;
  const points = isFixed ? [common.points] : distinct(axes.points, common.points);
  let [alike, cost] = [0, 0];
  for (const depth of new Set(axes.depths)) {
    for (const count of points) {
      for (const width of distinct(axes.widths, common.width)) {
        alike++;
        cost += costAt(depth, count, width);
      }
    }
  }
  const ofPaths = axes.seeds.filter((seed) => pathSeeds?.includes(seed) ?? true).length;
  const seeds = [...new Set(axes.paths)].reduce(
    (sum, path) => sum + (path === 'restarted' ? axes.seeds.length : ofPaths),
    0,
  );
  const times = seeds * axes.dataSeeds.length * distinct(axes.lambdas, common.lambda).length;
  return {
    cells: alike * times,
    seconds: (cost * times * secondsPerCost) / Math.max(1, workers),
  };
}

/** The speed at which finished results were computed; undefined of none. */
export function secondsPerCost(
  spec: SweepSpec,
  results: readonly CellResult[],
): number | undefined {
  if (results.length === 0) return undefined;
  const { costAt } = costsOf(spec);
  let [seconds, cost] = [0, 0];
  for (const result of results) {
    seconds += result.seconds;
    cost += costAt(result.depth, result.points, result.width);
  }
  return seconds / cost;
}

/** What a cell of a spec costs; the experiment is completed once for each depth. */
function costsOf({ base, steps }: SweepSpec) {
  const { choices } = parseQuery(base);
  const common = completeExperiment(choices);
  const atDepth = new Map<number, Experiment>();
  const costAt = (depth: number, points: number, width: number) => {
    const chosen = steps === undefined ? { ...choices, depth } : { ...choices, depth, steps };
    const experiment = atDepth.get(depth) ?? completeExperiment(chosen);
    atDepth.set(depth, experiment);
    return costOfCell({ experiment: { ...experiment, points, width } });
  };
  return { common, costAt };
}

/** A sweep as somebody designs it in the form, and as a spec once it makes sense. */
import { completeExperiment, fieldOf, parseQuery } from '../../experiment/index.ts';
import { sweepText } from '../../messages/sweep.ts';
import { type Path, parseSpec, type SweepSpec } from '../../sweep/index.ts';
import { readList, writeList } from './list-text.ts';

/** The axes that are typed as lists, with the field of the experiment that each varies. */
export const listAxes = {
  depths: 'depth',
  seeds: 'seed',
  points: 'points',
  lambdas: 'lambda',
  widths: 'width',
  dataSeeds: 'dataSeed',
  pathSeeds: 'seed',
} as const;
export type ListAxis = keyof typeof listAxes;

/** What stands in the form. */
export interface Design extends Readonly<Record<ListAxis, string>> {
  /** The query of a link: what all cells share. */
  readonly base: string;
  readonly paths: readonly Path[];
  /** Ends runs early by this rule; never, where it is left out. */
  readonly settle: SweepSpec['settle'];
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

/** The rule of the shipped maps. */
export const usualSettle = { within: 0.005, over: 1000, tail: 300 } as const;

export const firstDesign: Design = {
  base: bases.classes,
  depths: '2-9',
  seeds: '0-2',
  points: '',
  lambdas: '',
  widths: '',
  dataSeeds: '',
  pathSeeds: '',
  settle: undefined,
  paths: ['restarted'],
  steps: '',
};

/** The form filled in as a spec says. */
export function designOf({ base, axes, steps, pathSeeds, settle }: SweepSpec): Design {
  return {
    base,
    depths: writeList(axes.depths),
    seeds: writeList(axes.seeds),
    points: writeList(axes.points ?? []),
    lambdas: writeList(axes.lambdas ?? []),
    widths: writeList(axes.widths ?? []),
    dataSeeds: writeList(axes.dataSeeds),
    pathSeeds: writeList(pathSeeds ?? []),
    settle,
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
  const pathSeeds = read('pathSeeds');
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
    ...(pathSeeds && { pathSeeds }),
    ...(design.settle && { settle: design.settle }),
    ...(steps !== undefined && { steps }),
  });
  return { spec, problems };
}

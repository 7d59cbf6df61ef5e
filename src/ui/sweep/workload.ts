/** How much there is to compute of a sweep, and how long it takes. */
import {
  completeExperiment,
  dataFamilies,
  type Experiment,
  parseQuery,
  pointsOf,
} from '../../experiment/index.ts';
import { costOfCell } from '../../sweep/cost.ts';
import type { CellResult, SweepSpec } from '../../sweep/index.ts';

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
  // Data are the same for every number of points beyond those there are.
  const asked = axes.points ?? [common.points];
  const family = { ...dataFamilies[common.data], points: common.points };
  const points = new Set(asked.map((number) => pointsOf(family, number)));
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

/** What is left of a sweep. */
export interface WorkLeft extends Workload {
  /** Finished cells of paths that stopped half-way: they are trained again to get at the rest. */
  readonly again: number;
}

/** What is left of a spec of which these results are known. */
export function workLeft(
  spec: SweepSpec,
  results: readonly CellResult[],
  workers: number,
  speed: number = usualSeconds,
): WorkLeft {
  const { costAt } = costsOf(spec);
  const whole = workloadOf(spec, workers, speed);
  const spared = results.filter(isSpared(spec, results));
  const cost = spared.reduce((sum, one) => sum + costAt(one.depth, one.points, one.width), 0);
  return {
    cells: Math.max(0, whole.cells - results.length),
    seconds: Math.max(0, whole.seconds - (cost * speed) / Math.max(1, workers)),
    again: results.length - spared.length,
  };
}

/** Whether a finished cell need not be trained again: a path is kept as a whole, or walked from its start. */
function isSpared({ axes }: SweepSpec, results: readonly CellResult[]) {
  const pathOf = ({ path, points, lambda, width, dataSeed, seed }: CellResult) =>
    [path, points, lambda, width, dataSeed, seed].join(' ');
  const known = new Map<string, number>();
  for (const result of results) {
    known.set(pathOf(result), (known.get(pathOf(result)) ?? 0) + 1);
  }
  const depths = new Set(axes.depths).size;
  return (result: CellResult) =>
    result.path === 'restarted' || (known.get(pathOf(result)) ?? 0) >= depths;
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

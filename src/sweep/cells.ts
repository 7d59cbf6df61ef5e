/** The cells of a sweep, and the chains of them that have to be computed in a row. */
import { finish, type Portions } from '../analysis/portions.ts';
import {
  type Choices,
  completeExperiment,
  type Experiment,
  formatQuery,
  parseQuery,
} from '../experiment/index.ts';
import { say } from '../messages/say.ts';
import type { Path, SweepSpec } from './spec.ts';
import { sweepError } from './sweep-error.ts';

/** One experiment of a sweep. */
export interface Cell {
  /** The same for the same experiment reached in the same way, whatever sweep it is in. */
  readonly key: string;
  readonly path: Path;
  readonly choices: Choices;
  readonly experiment: Experiment;
  /** The query of a link that opens the experiment. */
  readonly query: string;
}

/** A unit of work: one restarted cell, or all cells of a grown or shrunk path in their order. */
export interface Chain {
  readonly key: string;
  readonly path: Path;
  readonly cells: readonly Cell[];
}

/**
 * All cells in a fixed order: first a coarse complete map, of one seed and one draw of the data,
 * then further draws and seeds.
 * @throws Error if the common choices cannot be read, or an axis leaves the range of its field
 */
export function cellsOf(spec: SweepSpec): Cell[] {
  return chainsOf(spec).flatMap(({ cells }) => cells);
}

/** The same cells in units of work. */
export function chainsOf(spec: SweepSpec): Chain[] {
  return finish(chainsInPortions(spec));
}

/** The same, one cell at a time: a page that makes thousands at once stands still for a second. */
export function* chainsInPortions(spec: SweepSpec): Portions<Chain[]> {
  const { axes } = spec;
  const common = readChoices(spec.base);
  const chains = new Map<string, Chain>();
  for (const seed of axes.seeds) {
    for (const dataSeed of axes.dataSeeds) {
      for (const path of axes.paths) {
        if (path !== 'restarted' && !(spec.pathSeeds ?? axes.seeds).includes(seed)) continue;
        for (const lambda of axes.lambdas ?? [common.lambda]) {
          for (const width of axes.widths ?? [common.width]) {
            for (const points of axes.points ?? [common.points]) {
              const varied = { lambda, width, points, dataSeed, seed, steps: spec.steps };
              const cells: Cell[] = [];
              for (const depth of orderedDepths(axes.depths, path)) {
                cells.push(cellOf({ ...common, ...definedOnly(varied), depth }, path));
                yield;
              }
              for (const chain of path === 'restarted' ? cells.map(alone) : [inARow(cells)]) {
                // Data give the same cell for every number of points beyond those there are.
                if (!chains.has(chain.key)) chains.set(chain.key, chain);
              }
            }
          }
        }
      }
    }
  }
  return [...chains.values()];
}

function cellOf(chosen: Choices, path: Path): Cell {
  const choices: Choices = path === 'restarted' ? chosen : { ...chosen, depthChange: 'carry' };
  const query = formatQuery(choices);
  // Through the link's eyes, so that what is trained is what the link opens.
  const experiment = completeExperiment(readChoices(query));
  const { depth, points, lambda, width, dataSeed, seed } = experiment;
  const key = [
    path,
    `L=${depth}`,
    `N=${points}`,
    `lambda=${lambda}`,
    `width=${width}`,
    `data=${dataSeed}`,
    `seed=${seed}`,
  ].join(' ');
  return { key, path, choices, experiment, query };
}

function readChoices(query: string): Choices {
  const { choices, notices } = parseQuery(query);
  if (notices.length > 0) {
    const reason = notices.map(({ message }) => say(message)).join(' ');
    throw sweepError('core.unknownField', { reason });
  }
  return choices;
}

/** In the order in which a path meets them. */
function orderedDepths(depths: readonly number[], path: Path): number[] {
  const ascending = [...new Set(depths)].sort((a, b) => a - b);
  return path === 'shrunk' ? ascending.reverse() : ascending;
}

function alone(cell: Cell): Chain {
  return { key: cell.key, path: cell.path, cells: [cell] };
}

function inARow(cells: readonly Cell[]): Chain {
  const [{ key, path }] = cells;
  return { key: `from ${key}`, path, cells };
}

function definedOnly(choices: { readonly [Name in keyof Choices]?: Choices[Name] | undefined }) {
  return Object.fromEntries(
    Object.entries(choices).filter(([, value]) => value !== undefined),
  ) as Choices;
}

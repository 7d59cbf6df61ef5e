/** What a sweep consists of: common choices, and the axes along which experiments differ. */
import * as v from 'valibot';
import { sweepError } from './sweep-error.ts';

/**
 * How a cell comes to its network: from a fresh start at its own depth, or out of the trained
 * network of the next shallower (`grown`) or deeper (`shrunk`) depth of the sweep.
 */
export const pathNames = ['restarted', 'grown', 'shrunk'] as const;
export type Path = (typeof pathNames)[number];

const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.minLength(1));
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const positive = v.pipe(v.number(), v.finite(), v.minValue(0));

export const sweepSpecSchema = v.strictObject({
  /** Names the files of the sweep. */
  name: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: v.string(),
  /** The query of a link: choices that all cells share. */
  base: v.string(),
  /** An axis left out stays at what `base` says. */
  axes: v.strictObject({
    depths: list(count),
    points: v.optional(list(count)),
    lambdas: v.optional(list(positive)),
    widths: v.optional(list(count)),
    dataSeeds: list(natural),
    seeds: list(natural),
    paths: list(v.picklist(pathNames)),
  }),
  /** Grown and shrunk paths begin from these seeds alone; from all of them where it is left out. */
  pathSeeds: v.optional(list(natural)),
  /** Step budget of every cell; what the experiment says where it is left out. */
  steps: v.optional(count),
  /**
   * Ends a run early: when the full ridge is in force and over so many steps the bottleneck rank
   * stayed and ‖θ‖²/L changed by no more than the share `within`, the learning rate drops at
   * once for the last `tail` steps.
   */
  settle: v.optional(
    v.strictObject({ within: v.pipe(v.number(), v.minValue(0)), over: count, tail: count }),
  ),
});

export type SweepSpec = v.InferOutput<typeof sweepSpecSchema>;

/** @throws Error that says what is wrong, and where */
export function parseSpec(value: unknown): SweepSpec {
  const parsed = v.safeParse(sweepSpecSchema, value);
  if (parsed.success) return parsed.output;
  throw sweepError('core.notASpec', { reason: reasonOf(parsed.issues) });
}

/** The first issue, with the place where it was found. */
export function reasonOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [{ message, path }] = issues;
  const place = path?.map(({ key }) => String(key)).join('.');
  return place ? `${place}: ${message}` : message;
}

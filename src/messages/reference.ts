/**
 * A message to be said later, by whoever knows the language. Types and two small functions: the
 * worker imports this file, and with it neither the library nor a catalogue.
 */
import type { KeyOf } from './catalogue.ts';
import type { data } from './en/data.ts';
import type { engines } from './en/engines.ts';
import type { fields } from './en/fields.ts';
import type { notices } from './en/notices.ts';
import type { snapshot } from './en/snapshot.ts';
import type { sweep } from './en/sweep.ts';
import type { verdicts } from './en/verdicts.ts';

/**
 * The areas that can be referred to. Whoever says references has them loaded by say.ts; all but
 * `sweep`, which comes with the page of sweeps alone.
 */
interface Referable {
  readonly data: typeof data;
  readonly engines: typeof engines;
  readonly fields: typeof fields;
  readonly notices: typeof notices;
  readonly snapshot: typeof snapshot;
  readonly sweep: typeof sweep;
  readonly verdicts: typeof verdicts;
}

export type ReferableArea = keyof Referable;

/** Numbers, words that are the same in every language (names, formulas, a driver's own words), or messages within the message. */
export type ReferenceValue = string | number | Reference;

export type Reference<Area extends ReferableArea = ReferableArea> = {
  readonly [One in Area]: {
    readonly area: One;
    readonly key: KeyOf<Referable[One]>;
    readonly values?: Readonly<Record<string, ReferenceValue>>;
  };
}[Area];

/** A reference to one message of an area; it can be posted to another thread. */
export function refer<Area extends ReferableArea>(
  area: Area,
  key: KeyOf<Referable[Area]>,
  values?: Readonly<Record<string, ReferenceValue>>,
): Reference {
  return { area, key, ...(values && { values }) } as Reference;
}

/** An error whose reason is written for people; whoever shows it says the reason in their language. */
export class ExplainedError extends Error {
  override readonly name: string = 'ExplainedError';
  /** @param message for whoever sees the error alone, such as a console */
  constructor(
    readonly reason: ReferenceValue,
    message = typeof reason === 'object' ? `${reason.area}/${reason.key}` : String(reason),
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Why something failed: in words for people where there are any, else in the error's own. */
export function reasonOf(error: unknown): ReferenceValue {
  if (error instanceof ExplainedError) return error.reason;
  return error instanceof Error ? error.message : String(error);
}

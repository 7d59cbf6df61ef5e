/**
 * How one field of an experiment is declared: a valibot schema that carries its title, its one
 * line of help and whatever the controls need to know. Declared once, read by the URL, the
 * controls and the command line.
 */
import * as v from 'valibot';

/** What a change does to a run: begin it anew, carry it to another engine, act from the next step on, or change only what is seen. */
export type Effect = 'restart' | 'move' | 'live' | 'view';

/** The heading under which the controls show a field. */
export type Group = 'network' | 'data' | 'regularisation' | 'optimiser' | 'start' | 'page';

interface Described {
  readonly title: string;
  readonly help: string;
  readonly group: Group;
  readonly effect: Effect;
}

export interface NumberField extends Described {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  /** How a slider spreads the range; `log` fields may also be 0 where `min` is 0. */
  readonly scale: 'linear' | 'log';
}

export interface ChoiceField<Name extends string = string> extends Described {
  readonly kind: 'choice';
  readonly names: Readonly<Record<Name, string>>;
}

/** A text that stands for something drawn or pasted; it has tools of its own in place of a control. */
export interface TextField extends Described {
  readonly kind: 'text';
}

export type Field = NumberField | ChoiceField | TextField;

type NumberOptions = Omit<NumberField, 'kind' | 'integer' | 'scale'> & {
  readonly scale?: NumberField['scale'];
};

/** A finite real number within a range. */
export function real(options: NumberOptions) {
  const field: NumberField = { kind: 'number', integer: false, scale: 'linear', ...options };
  return v.pipe(
    v.number('is not a number'),
    v.finite('is not finite'),
    v.minValue(options.min, `is below ${options.min}`),
    v.maxValue(options.max, `is above ${options.max}`),
    v.metadata({ field }),
  );
}

/** A whole number within a range. */
export function integer(options: NumberOptions) {
  const field: NumberField = { kind: 'number', integer: true, scale: 'linear', ...options };
  return v.pipe(
    v.number('is not a number'),
    v.integer('is not a whole number'),
    v.minValue(options.min, `is below ${options.min}`),
    v.maxValue(options.max, `is above ${options.max}`),
    v.metadata({ field }),
  );
}

/** One of a few names, each with a label for people. */
export function choice<const Name extends string>(
  names: Readonly<Record<Name, string>>,
  described: Described,
) {
  const field: ChoiceField<Name> = { kind: 'choice', names, ...described };
  const keys = Object.keys(names) as Name[];
  return v.pipe(v.picklist(keys, `is none of ${keys.join(', ')}`), v.metadata({ field }));
}

/** A text that passes a check; `requirement` says what it failed to be. */
export function text(
  described: Described,
  isValid: (value: string) => boolean,
  requirement: string,
) {
  const field: TextField = { kind: 'text', ...described };
  return v.pipe(v.string(), v.check(isValid, requirement), v.metadata({ field }));
}

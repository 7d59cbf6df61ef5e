/**
 * How one field of an experiment is declared: a valibot schema that carries whatever the controls
 * need to know. Declared once, read by the URL, the controls and the command line. What people
 * read of it, title, help and the names of choices, is in src/messages/en/fields.ts under the
 * field's name; titles.ts refers to it.
 */
import * as v from 'valibot';
import { type Reference, refer } from '../messages/reference.ts';

/** What a change does to a run: begin it anew, carry it to another engine, act from the next step on, or change only what is seen. */
export type Effect = 'restart' | 'move' | 'live' | 'view';

/** The heading under which the controls show a field. */
export type Group = 'network' | 'data' | 'regularisation' | 'optimiser' | 'start' | 'page';

interface Described {
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
  readonly names: readonly Name[];
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
    v.number(),
    v.finite(),
    v.minValue(options.min),
    v.maxValue(options.max),
    v.metadata({ field }),
  );
}

/** A whole number within a range. */
export function integer(options: NumberOptions) {
  const field: NumberField = { kind: 'number', integer: true, scale: 'linear', ...options };
  return v.pipe(
    v.number(),
    v.integer(),
    v.minValue(options.min),
    v.maxValue(options.max),
    v.metadata({ field }),
  );
}

/** One of a few names. */
export function choice<const Name extends string>(names: readonly Name[], described: Described) {
  const field: ChoiceField<Name> = { kind: 'choice', names, ...described };
  return v.pipe(v.picklist(names), v.metadata({ field }));
}

/** A text that passes a check. */
export function text(described: Described, isValid: (value: string) => boolean) {
  const field: TextField = { kind: 'text', ...described };
  return v.pipe(v.string(), v.check(isValid), v.metadata({ field }));
}

/** Why the schema of a field rejects a value, as a predicate: “is below 1”. */
export function reasonAgainst(issue: { readonly type: string }, field: Field): Reference {
  if (field.kind === 'choice') {
    return refer('notices', 'value.noneOf', { names: field.names.join(', ') });
  }
  if (field.kind === 'text') return refer('notices', 'value.noPoints');
  switch (issue.type) {
    case 'finite':
      return refer('notices', 'value.notFinite');
    case 'integer':
      return refer('notices', 'value.notWhole');
    case 'min_value':
      return refer('notices', 'value.below', { limit: String(field.min) });
    case 'max_value':
      return refer('notices', 'value.above', { limit: String(field.max) });
    default:
      return refer('notices', 'value.noNumber');
  }
}

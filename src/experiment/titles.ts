/** What people read of fields and data: references to messages. */
import { type Reference, type ReferenceValue, refer } from '../messages/reference.ts';
import type { DataName } from './data/index.ts';
import type { Group } from './field.ts';
import { type Experiment, type FieldName, fieldOf } from './schema.ts';

/** `FIELD.CHOICE` for every choice with a name; numbers and texts speak for themselves, and data sets have an area of their own. */
type ChoiceKey = {
  [Name in Exclude<FieldName, 'data'>]: string extends Experiment[Name]
    ? never
    : Experiment[Name] extends string
      ? `${Name}.${Experiment[Name]}`
      : never;
}[Exclude<FieldName, 'data'>];

export function titleOf(name: FieldName): Reference {
  return refer('fields', `${name}.title`);
}

/** One line on what a field does. */
export function helpOf(name: FieldName): Reference {
  return refer('fields', `${name}.help`);
}

export function titleOfGroup(group: Group): Reference {
  return refer('fields', `group.${group}`);
}

/** A value as the controls name it. */
export function titleOfValue(name: FieldName, value: string | number): ReferenceValue {
  const field = fieldOf(name);
  if (field.kind !== 'choice' || !field.names.includes(String(value))) return value;
  if (name === 'data') return refer('data', value as DataName);
  return refer('fields', `${name}.${value}` as ChoiceKey);
}

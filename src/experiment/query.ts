/**
 * Choices as the query part of a link, and back. Reading never fails: a field that is unknown or
 * invalid, and data that do not belong to the link's task, take their default and a notice names
 * them, so that a mistyped link still opens.
 */
import * as v from 'valibot';
import { type Reference, type ReferenceValue, refer } from '../messages/reference.ts';
import { dataFamilies, taskOfData } from './data/index.ts';
import { completeExperiment } from './defaults.ts';
import { reasonAgainst } from './field.ts';
import {
  type Choices,
  type Experiment,
  experimentSchema,
  type FieldName,
  fieldNames,
  fieldOf,
} from './schema.ts';
import { titleOf, titleOfValue } from './titles.ts';

/** One part of a link that could not be used. */
export interface QueryNotice {
  /** The parameter as it stood in the link. */
  readonly parameter: string;
  readonly message: Reference;
  /** The field whose value the message names, where it names one. */
  readonly field?: FieldName;
}

export interface ParsedQuery {
  readonly choices: Choices;
  readonly notices: readonly QueryNotice[];
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(experimentSchema.entries, name);
}

/**
 * Reads the query part of a link, with or without the leading “?”.
 * Where a parameter stands twice, the last one counts.
 */
export function parseQuery(query: string): ParsedQuery {
  const choices: Record<string, string | number> = {};
  const rejected = new Map<FieldName, { text: string; reason: Reference }>();
  const notices: QueryNotice[] = [];
  for (const [parameter, text] of new URLSearchParams(query)) {
    if (!isFieldName(parameter)) {
      notices.push({
        parameter,
        message: refer('notices', 'link.unknown', { parameter }),
      });
      continue;
    }
    const isNumber = fieldOf(parameter).kind === 'number';
    const value = isNumber ? (text.trim() === '' ? Number.NaN : Number(text)) : text;
    const result = v.safeParse(experimentSchema.entries[parameter], value);
    if (result.success) {
      choices[parameter] = result.output;
      rejected.delete(parameter);
    } else {
      delete choices[parameter];
      rejected.set(parameter, {
        text,
        reason: reasonAgainst(result.issues[0], fieldOf(parameter)),
      });
    }
  }
  const { task, data } = choices as Choices;
  if (task !== undefined && data !== undefined && taskOfData(data) !== task) {
    delete choices.data;
    const reason = refer('notices', 'link.otherTask', { task: titleOfValue('task', task) });
    rejected.set('data', { text: data, reason });
  }
  const complete = completeExperiment(choices as Choices);
  const { points } = choices as Choices;
  if (points !== undefined && points > complete.points && !dataFamilies[complete.data].fixed) {
    choices.points = complete.points;
    const reason = refer('notices', 'value.above', { limit: String(complete.points) });
    rejected.set('points', { text: String(points), reason });
  }
  for (const [parameter, { text, reason }] of rejected) {
    const values = { parameter, text: shortened(text), reason };
    if (fieldOf(parameter).kind === 'text') {
      // What is taken in its place is nothing to read.
      notices.push({ parameter, message: refer('notices', 'link.leftOut', values) });
      continue;
    }
    const value = standIn(parameter, complete);
    const message = refer('notices', 'link.rejected', {
      ...values,
      title: titleOf(parameter),
      value,
    });
    notices.push({ parameter, message, field: parameter });
  }
  return { choices: choices as Choices, notices };
}

/** A link that was read, after others of its choices have changed: what its notices name as taken is so still. */
export function withOtherChoices({ notices }: ParsedQuery, choices: Choices): ParsedQuery {
  const complete = completeExperiment(choices);
  const restated = notices.map(({ field, message, ...notice }): QueryNotice => {
    if (field === undefined) return { ...notice, message };
    const values = { ...message.values, value: standIn(field, complete) };
    return { ...notice, field, message: { ...message, values } };
  });
  return { choices, notices: restated };
}

/** What is taken in place of a value that cannot be used. */
function standIn(name: FieldName, complete: Experiment): ReferenceValue {
  const title = titleOfValue(name, complete[name]);
  return typeof title === 'object' ? title : String(title);
}

/** As much of a text as a sentence can take. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 36)}…` : text;
}

/** The query part of a link to these choices, without “?”; what the others imply is left out. */
export function formatQuery(choices: Choices): string {
  const query = new URLSearchParams();
  const complete = completeExperiment(choices);
  let kept: Choices = choices.data === undefined ? choices : { ...choices, data: complete.data };
  if (kept.points !== undefined) kept = { ...kept, points: complete.points };
  if (kept.ownPoints !== undefined) kept = { ...kept, ownPoints: complete.ownPoints };
  for (const name of fieldNames) {
    const value = kept[name];
    if (value === undefined) continue;
    const { [name]: _, ...others } = kept;
    if (completeExperiment(others)[name] === value) kept = others;
    else query.set(name, String(value));
  }
  return query.toString();
}

/**
 * Two experiments in one link: the fields of the left one as in any link, and those in which the
 * right one differs under names that begin with `right.`.
 */
import { withChanges } from './choose.ts';
import { completeExperiment } from './defaults.ts';
import { formatQuery, type ParsedQuery, parseQuery } from './query.ts';
import { type Choices, type FieldName, fieldNames, fieldOf } from './schema.ts';

const prefix = 'right.';

export interface ParsedComparison {
  readonly left: ParsedQuery;
  /** The left one’s choices overruled by the right one’s own; its notices name parameters as they stand in the link. */
  readonly right: ParsedQuery;
}

/** Reads the query part of such a link; like any other it always opens. */
export function parseComparison(query: string): ParsedComparison {
  const [leftQuery, rightQuery] = [new URLSearchParams(), new URLSearchParams()];
  for (const [name, value] of new URLSearchParams(query)) {
    if (name.startsWith(prefix)) rightQuery.append(name.slice(prefix.length), value);
    else leftQuery.append(name, value);
  }
  const left = parseQuery(leftQuery.toString());
  const own = parseQuery(rightQuery.toString());
  // Once more in full: what stands in place of a bad value depends on the left one's fields.
  const whole = new URLSearchParams(formatQuery(withChanges(left.choices, own.choices)));
  const rejected = new Set(own.notices.map(({ parameter }) => parameter));
  for (const [name, value] of rightQuery) if (rejected.has(name)) whole.append(name, value);
  const right = parseQuery(whole.toString());
  const notices = right.notices.map((notice) => ({
    ...notice,
    parameter: `${prefix}${notice.parameter}`,
  }));
  return { left, right: { choices: right.choices, notices } };
}

/** The query part of a link to both experiments, without “?”. What belongs to the page is the left one’s. */
export function formatComparison(left: Choices, right: Choices): string {
  const query = new URLSearchParams(formatQuery(left));
  // What a link leaves out of the left one as its default may not be that of the right one's data.
  const written = parseQuery(query.toString()).choices;
  const wanted = completeExperiment(right);
  const differing: Partial<Record<FieldName, unknown>> = {};
  const names = fieldNames.filter((name) => fieldOf(name).group !== 'page');
  // A field may decide the defaults of others, before it in the schema or after.
  for (let settled = false; !settled; ) {
    settled = true;
    for (const name of names) {
      const reached = completeExperiment(withChanges(written, differing as Choices));
      if (reached[name] === wanted[name] || Object.hasOwn(differing, name)) continue;
      differing[name] = wanted[name];
      settled = false;
    }
  }
  for (const [name, value] of Object.entries(differing)) query.set(prefix + name, String(value));
  return query.toString();
}

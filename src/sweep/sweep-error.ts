import { ExplainedError, refer } from '../messages/reference.ts';
import { sweepText } from '../messages/sweep.ts';

type Key = Parameters<typeof refer<'sweep'>>[1];
type Values = Parameters<typeof sweepText>[1];

/**
 * An error for people: its message is in the present language, and its reason can be said in
 * another one later.
 */
export function sweepError(key: Key, values?: Values, cause?: unknown): ExplainedError {
  return new ExplainedError(refer('sweep', key, values), sweepText(key, values), { cause });
}

/**
 * Says references in the present language. Sentences of the area `verdicts` are made in one
 * place alone, which brings their words along: analysis/topology-verdict.ts.
 */
import './data.ts';
import './engines.ts';
import './fields.ts';
import './notices.ts';
import type { ReferenceValue } from './reference.ts';
import './snapshot.ts';
import { message } from './translator.ts';

/** A reference in words, with the references within it; plain words stay as they are. */
export function say(reference: ReferenceValue): string {
  if (typeof reference !== 'object') return String(reference);
  const { area, key, values = {} } = reference;
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? say(value) : value,
  ]);
  return message(area, key, Object.fromEntries(said));
}

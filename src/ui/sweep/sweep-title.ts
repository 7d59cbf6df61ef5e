import { sweepText } from '../../messages/sweep.ts';
import { type ShippedName, shippedNames } from './bench.ts';
import type { SweepOnShelf } from './sweep-store.ts';

/** How the page calls a sweep: shipped ones by its own words, others as their specs do. */
export function sweepTitle({ id, origin, spec }: SweepOnShelf): string {
  const name = origin === 'imported' ? undefined : shippedNameOf(spec?.name ?? id);
  return name === undefined ? (spec?.title ?? id) : sweepText(`shipped.${name}`);
}

export function shippedNameOf(name: string): ShippedName | undefined {
  return shippedNames.find((shipped) => shipped === name);
}

/** Tells whether a result still answers the cell it was computed for. */
import { type FieldName, fieldNames, fieldOf } from '../experiment/index.ts';
import type { Chain } from './cells.ts';
import { Fingerprint } from './fingerprint.ts';
import type { SettleRule } from './settle.ts';

/** The fields of an experiment that its result can depend on. */
export const countingFields: readonly FieldName[] = fieldNames.filter((name) => {
  if (name === 'threshold' || name === 'probeNoise') return true;
  const { group, effect } = fieldOf(name);
  return group !== 'page' && effect !== 'view' && effect !== 'move';
});

/**
 * A fingerprint for every cell, by its key: of its complete experiment, of the rule for ending
 * early, and on a path of all cells before it. A link leaves out what its defaults say, and stays
 * the same when they change; this does not.
 * @param fields the fields of the experiments that are looked at
 */
export function cellFingerprints(
  chains: readonly Chain[],
  settle: SettleRule | undefined,
  fields: readonly string[] = countingFields,
): Map<string, string> {
  const prints = new Map<string, string>();
  for (const { path, cells } of chains) {
    const fingerprint = new Fingerprint();
    fingerprint.add(JSON.stringify([path, settle ?? null]));
    for (const { key, experiment } of cells) {
      const values: Readonly<Record<string, string | number>> = experiment;
      fingerprint.add(JSON.stringify(fields.map((name) => [name, values[name] ?? null])));
      prints.set(key, fingerprint.digits);
    }
  }
  return prints;
}

/** One fingerprint of all cells of a sweep; see `cellFingerprints`. */
export function sweepFingerprint(...sweep: Parameters<typeof cellFingerprints>): string {
  const fingerprint = new Fingerprint();
  for (const [key, digits] of cellFingerprints(...sweep)) fingerprint.add(`${key}:${digits};`);
  return fingerprint.digits;
}

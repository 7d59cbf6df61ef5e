/** Takes a table over as one's own points, and keeps what came of it. */
import { createStore } from 'zustand/vanilla';
import { type CsvResult, mostPoints, readCsv } from '../../experiment/index.ts';
import type { Lab } from '../../session/index.ts';
import { choosePoints, newGesture } from './editing.ts';

/** What came of the last table; `tooLong` is the name of a file that was not read. */
export type ImportOutcome = CsvResult | { readonly tooLong: string };

export const importOutcome = createStore<{ readonly outcome: ImportOutcome | undefined }>(() => ({
  outcome: undefined,
}));

/** Longer files are not read: of the shortest lines 2,000 would not fill them. */
const longestFile = 200 * mostPoints;

export function importText(lab: Lab, text: string): ImportOutcome {
  const outcome = readCsv(text);
  if ('points' in outcome) choosePoints(lab, outcome.points, newGesture());
  importOutcome.setState({ outcome });
  return outcome;
}

export async function importFile(lab: Lab, file: File): Promise<ImportOutcome> {
  if (file.size <= longestFile) return importText(lab, await file.text());
  const outcome = { tooLong: file.name };
  importOutcome.setState({ outcome });
  return outcome;
}

/** Takes a table over as one's own points, and says what came of it. */
import { createStore } from 'zustand/vanilla';
import { mostPoints, readCsv } from '../../experiment/index.ts';
import { toolsText } from '../../messages/tools.ts';
import type { Lab } from '../../session/index.ts';
import { problemLines, takenOver } from './csv-messages.ts';
import { choosePoints, newGesture } from './editing.ts';

/** What came of the last table. */
export interface ImportOutcome {
  readonly taken: boolean;
  readonly lines: readonly string[];
}

export const importOutcome = createStore<{ readonly outcome: ImportOutcome | undefined }>(() => ({
  outcome: undefined,
}));

/** Longer files are not read: of the shortest lines 2,000 would not fill them. */
const longestFile = 200 * mostPoints;

export function importText(lab: Lab, text: string): ImportOutcome {
  const result = readCsv(text);
  const outcome =
    'problems' in result
      ? { taken: false, lines: [toolsText('csvNothingTaken'), ...problemLines(result.problems)] }
      : { taken: true, lines: [takenOver(result)] };
  if ('points' in result) choosePoints(lab, result.points, newGesture());
  importOutcome.setState({ outcome });
  return outcome;
}

export async function importFile(lab: Lab, file: File): Promise<ImportOutcome> {
  if (file.size <= longestFile) return importText(lab, await file.text());
  const outcome = { taken: false, lines: [toolsText('csvTooLong', { name: file.name })] };
  importOutcome.setState({ outcome });
  return outcome;
}

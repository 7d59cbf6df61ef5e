/** Finished cells in a file, one JSON object a line, so that nothing is lost when a sweep is stopped. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { type Cell, type CellResult, cellResultSchema } from '../../sweep/index.ts';

/**
 * Reads all results of a file; none where there is no file. A last line that was cut off while it
 * was written is dropped, from the file too.
 * @throws Error that names the line which holds no result
 */
export function readResults(file: string): CellResult[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  if (end < text.length) writeFileSync(file, text.slice(0, end));
  const lines = text.slice(0, end).split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return v.parse(cellResultSchema, JSON.parse(line));
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new Error(`${file}, line ${index + 1} is no result of a sweep: ${reason}`);
    }
  });
}

export function appendResult(file: string, result: CellResult): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}

/**
 * The results that belong to these cells, in the order of the cells. A result of the same key
 * whose experiment is another one is no answer; of two answers the first counts.
 */
export function answersTo(cells: readonly Cell[], results: readonly CellResult[]): CellResult[] {
  const known = new Map<string, CellResult>();
  for (const result of results) {
    const name = answerName(result);
    if (!known.has(name)) known.set(name, result);
  }
  return cells.flatMap((cell) => known.get(answerName(cell)) ?? []);
}

function answerName({ key, query }: Pick<Cell, 'key' | 'query'>): string {
  return `${key}?${query}`;
}

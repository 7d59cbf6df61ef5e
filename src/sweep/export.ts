/** Sweeps as files for other programs, and read back from them. */
import * as v from 'valibot';
import { CsvError, formatCsv, parseCsv } from './csv.ts';
import { type CellResult, cellResultSchema } from './result.ts';
import { reasonOf } from './spec.ts';
import { sweepError } from './sweep-error.ts';
import { parseSweepFile, type SweepFile } from './sweep-file.ts';

type Column = keyof CellResult;
const columns = Object.keys(cellResultSchema.entries) as Column[];

/** One row for each result under a row of names; a value that is not there is an empty field. */
export function resultsToCsv(results: readonly CellResult[]): string {
  const rows = results.map((result) =>
    columns.map((column) => {
      const value = result[column];
      return value === undefined || value === null ? '' : String(value);
    }),
  );
  return formatCsv([columns, ...rows]);
}

/**
 * Reads such a table back. Columns may stand in any order, and others may stand among them.
 * @throws Error that names the row and the column which cannot be read
 */
export function resultsFromCsv(text: string): CellResult[] {
  let rows: string[][];
  try {
    rows = parseCsv(text);
  } catch (error) {
    if (error instanceof CsvError) throw sweepError('core.notCsv', { row: error.row });
    throw error;
  }
  const [names = [], ...table] = rows;
  const places = columns.map((column) => ({ column, place: names.indexOf(column) }));
  const missing = places.find(({ place, column }) => place < 0 && !mayBeAbsent(column));
  if (missing) throw sweepError('core.noColumn', { column: missing.column });
  return table.map((fields, index) => {
    const values = places.flatMap(({ column, place }) => {
      const value = readField(column, fields[place] ?? '');
      return value === undefined ? [] : [[column, value]];
    });
    const parsed = v.safeParse(cellResultSchema, Object.fromEntries(values));
    if (parsed.success) return parsed.output;
    const reason = reasonOf(parsed.issues);
    throw sweepError('core.badRow', { row: index + 2, reason });
  });
}

function mayBeAbsent(column: Column): boolean {
  return cellResultSchema.entries[column].type === 'optional';
}

function readField(column: Column, field: string): string | number | boolean | null | undefined {
  const { type } = cellResultSchema.entries[column];
  if (field === '' && type === 'nullable') return null;
  if (field === '' && type !== 'string') return undefined;
  if (type === 'boolean') return field === 'true' ? true : field === 'false' ? false : undefined;
  return type === 'string' || type === 'picklist' ? field : Number(field);
}

/** JSON with one line for each result, so that a few new cells are a small change of the file. */
export function sweepToJson({ results, ...head }: SweepFile): string {
  const lines = results.map((result) => `\n${JSON.stringify(result)}`);
  return `${JSON.stringify(head).slice(0, -1)},"results":[${lines.join(',')}\n]}\n`;
}

/** @throws Error that says what is wrong, and where */
export function sweepFromJson(text: string): SweepFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw sweepError('core.notJson');
  }
  return parseSweepFile(value);
}

/** Points as a table of x, y and class, to be read and written. */
import { className } from './class-name.ts';
import { csvRecords, separatorOf } from './csv-records.ts';
import { type Fit, fitToDomain } from './fit-to-domain.ts';
import { mostClasses, mostPoints, type OwnPoints } from './own-points.ts';

/** Why a table could not be read. `line` counts from 1. */
export type CsvProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-few-columns'; readonly line: number; readonly columns: number }
  | { readonly kind: 'not-a-number'; readonly line: number; readonly text: string }
  | { readonly kind: 'no-class'; readonly line: number }
  | { readonly kind: 'unclosed-quote'; readonly line: number }
  | { readonly kind: 'too-many-points'; readonly count: number; readonly most: number }
  | { readonly kind: 'too-many-classes'; readonly names: readonly string[]; readonly most: number };

export type CsvResult =
  | { readonly problems: readonly CsvProblem[] }
  | {
      readonly points: OwnPoints;
      /** How the table names classes 0, 1, …; empty strings for classes it does not have. */
      readonly names: readonly string[];
      /** What was done to the coordinates; undefined where they were taken as they are. */
      readonly fit: Fit | undefined;
    };

interface Row {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/**
 * Reads a table with one point a line: x, y and class, in this order or as a first line names
 * them. Classes are the letters A–D, the numbers 0–3, or any other numbers or names. Either the
 * whole table is taken or nothing, and then every problem is named.
 */
export function readCsv(text: string): CsvResult {
  const separator = separatorOf(text);
  const records = csvRecords(text, separator);
  const [first] = records;
  if (!first) return { problems: [{ kind: 'empty' }] };
  const columns = headerColumns(first.fields);
  const body = columns ? records.slice(1) : records;
  if (body.length === 0) return { problems: [{ kind: 'empty' }] };
  const [xColumn, yColumn, classColumn] = columns ?? [0, 1, 2];

  const problems: CsvProblem[] = [];
  const rows: Row[] = [];
  for (const { line, fields, unclosed } of body) {
    const [x, y] = [xColumn, yColumn].map((column) => numberOf(fields[column] ?? '', separator));
    const name = fields[classColumn] ?? '';
    if (unclosed) problems.push({ kind: 'unclosed-quote', line });
    else if (fields.length <= Math.max(xColumn, yColumn)) {
      problems.push({ kind: 'too-few-columns', line, columns: fields.length });
    } else if (!Number.isFinite(x) || !Number.isFinite(y)) {
      const text = fields[Number.isFinite(x) ? yColumn : xColumn];
      problems.push({ kind: 'not-a-number', line, text });
    } else if (name === '') problems.push({ kind: 'no-class', line });
    else rows.push({ x, y, name });
  }
  if (body.length > mostPoints) {
    problems.push({ kind: 'too-many-points', count: body.length, most: mostPoints });
  }
  const names = classNames(rows);
  if (names.length > mostClasses) {
    problems.push({
      kind: 'too-many-classes',
      names: names.filter((name) => name !== ''),
      most: mostClasses,
    });
  }
  if (problems.length > 0) return { problems };
  const { inputs, fit } = fitToDomain(Float64Array.from(rows.flatMap(({ x, y }) => [x, y])));
  const labels = Uint8Array.from(rows, ({ name }) => names.indexOf(name));
  return { points: { inputs, labels }, names, fit };
}

/** The points as a table that `readCsv` reads, with a header. */
export function writeCsv({ inputs, labels }: OwnPoints): string {
  const rows = Array.from(labels, (label, index) => {
    const [x, y] = [inputs[2 * index], inputs[2 * index + 1]];
    return `${x.toFixed(4)},${y.toFixed(4)},${className(label)}`;
  });
  return `${['x,y,class', ...rows].join('\r\n')}\r\n`;
}

function numberOf(text: string, separator: string): number {
  // Where commas do not separate fields, they may separate decimals.
  const written = separator === ',' ? text : text.replace(',', '.');
  return /\d/.test(written) ? Number(written) : Number.NaN;
}

/** Which columns hold x, y and the class, where the first line is a header; undefined where it holds a point. */
function headerColumns(fields: readonly string[]): [number, number, number] | undefined {
  if (fields.slice(0, 2).some((field) => /\d/.test(field) && !/^[a-z]/i.test(field))) {
    return undefined;
  }
  if (fields.slice(0, 2).some((field) => /^[-+]?(nan|inf(inity)?)?$/i.test(field))) {
    return undefined;
  }
  const named = (names: RegExp, otherwise: number) => {
    const found = fields.findIndex((field) => names.test(field));
    return found >= 0 ? found : otherwise;
  };
  return [
    named(/^x[_ ]?[1₁]?$/i, 0),
    named(/^(y|[xy][_ ]?[2₂])$/i, 1),
    named(/^(class|label|target|category|group|colou?r)$/i, 2),
  ];
}

/** The class names by class number: A–D and 0–3 stand for themselves, other numbers are sorted, other names come as they do. */
function classNames(rows: readonly Row[]): string[] {
  const distinct = [...new Set(rows.map(({ name }) => name))];
  for (const known of [
    ['A', 'B', 'C', 'D'],
    ['0', '1', '2', '3'],
  ]) {
    if (!distinct.every((name) => known.includes(name))) continue;
    const last = Math.max(...distinct.map((name) => known.indexOf(name)));
    return known.slice(0, last + 1).map((name) => (distinct.includes(name) ? name : ''));
  }
  const areNumbers = distinct.every((name) => Number.isFinite(Number(name)));
  return areNumbers ? distinct.sort((a, b) => Number(a) - Number(b)) : distinct;
}

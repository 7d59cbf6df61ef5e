/** Tables as comma-separated text, after RFC 4180, and back. */

/** Rows end with CRLF; a field is quoted where it has to be. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Text that is no CSV: a quote in an unquoted field, or one that is never closed. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  constructor(
    /** Of the row, from 1 on. */
    readonly row: number,
  ) {
    super(`Row ${row} is no CSV.`);
  }
}

/**
 * Rows of fields. Line ends may be CRLF or LF, and a byte order mark in front is passed over, as
 * spreadsheets write them.
 * @throws CsvError
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const { field, end } =
      text[at] === '"' ? quotedField(text, at, rows.length + 1) : bareField(text, at);
    if (text[end] === '"') throw new CsvError(rows.length + 1);
    row.push(field);
    at = end;
    if (text[at] === ',') {
      at++;
      if (at === text.length) row.push('');
      else continue;
    } else if (text.startsWith('\r\n', at)) at += 2;
    else if (text[at] === '\n') at++;
    else if (at < text.length) throw new CsvError(rows.length + 1);
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function bareField(text: string, from: number): { field: string; end: number } {
  let end = from;
  while (end < text.length && !',\r\n"'.includes(text[end])) end++;
  return { field: text.slice(from, end), end };
}

function quotedField(text: string, from: number, row: number): { field: string; end: number } {
  let field = '';
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at);
    if (close < 0) throw new CsvError(row);
    field += text.slice(at, close);
    if (text[close + 1] !== '"') return { field, end: close + 1 };
    field += '"';
    at = close + 2;
  }
}

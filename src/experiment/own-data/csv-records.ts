/** Splits comma-separated text into records and fields, as RFC 4180 describes them. */

export interface CsvRecord {
  /** The line of the text on which the record begins, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** A quoted field was not closed before the text ended. */
  readonly unclosed: boolean;
}

const separators = [',', ';', '\t'];

/** What separates the fields: that of comma, semicolon and tab which the first line has most of. */
export function separatorOf(text: string): string {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const counts = separators.map((separator) => first.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))];
}

/** The records of a text; empty lines are none. Fields may be in quotes, a quote within them doubled. */
export function csvRecords(text: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const begins = line;
    const fields: string[] = [];
    let unclosed = false;
    for (;;) {
      let field = '';
      while (text[at] === ' ') at++;
      if (text[at] === '"') {
        at++;
        for (; at < text.length; at++) {
          if (text[at] === '"') {
            if (text[at + 1] !== '"') break;
            at++;
          }
          if (text[at] === '\n') line++;
          field += text[at];
        }
        unclosed ||= at >= text.length;
        at++;
      }
      while (at < text.length && text[at] !== separator && !isBreak(text[at])) field += text[at++];
      fields.push(field.trim());
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begins, fields, unclosed });
  }
  return records;
}

function isBreak(letter: string): boolean {
  return letter === '\n' || letter === '\r';
}

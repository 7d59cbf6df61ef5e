import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvError, formatCsv, parseCsv } from '../../src/sweep/csv.ts';

describe('comma-separated text', () => {
  it('gives back every table of rows of at least one field', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '中', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1 })), (rows) => {
        // A byte order mark is not written, and nothing else is taken for one.
        expect(parseCsv(formatCsv(rows))).toEqual(rows);
      }),
    );
  });

  it('reads what a spreadsheet writes: a byte order mark, plain line ends, no end of the last line', () => {
    expect(parseCsv('\uFEFFa,b\n1,"x, ""y"""\n2,')).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"'],
      ['2', ''],
    ]);
  });

  it('quotes only fields that need it, and ends rows with CRLF', () => {
    expect(formatCsv([['a', 'b c', 'd,e', 'say "f"']])).toBe('a,b c,"d,e","say ""f"""\r\n');
  });

  it.each([
    ['"never closed', 1],
    ['a\nb"c', 2],
    ['a\n"b"c', 2],
  ])('refuses %j and names the row', (text, row) => {
    expect(() => parseCsv(text)).toThrow(new CsvError(row));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv, parseCsv } from '../../src/sweep/csv.ts';
import {
  checkedFileVersion,
  resultsFromCsv,
  resultsToCsv,
  type SweepFile,
  sweepFileVersion,
  sweepFromJson,
  sweepToJson,
} from '../../src/sweep/index.ts';
import { anyResult, resultWith, smallSpec } from './results.ts';

const file: SweepFile = {
  schema: sweepFileVersion,
  spec: smallSpec,
  provenance: { engine: 'wasm', revision: 'abc', date: '2026-01-01', command: 'npm run sweep' },
  results: [resultWith({}), resultWith({ depth: 2, totalLoss: null, tripoints: 3 })],
};

describe('a sweep as CSV', () => {
  it('gives back every result', () => {
    fc.assert(
      fc.property(fc.array(anyResult), (results) => {
        expect(resultsFromCsv(resultsToCsv(results))).toEqual(results);
      }),
    );
  });

  it('may have its columns in another order, and others among them', () => {
    const results = [resultWith({ seed: 1 }), resultWith({ seed: 2, testError: 0.5 })];
    const rows = parseCsv(resultsToCsv(results)).map((row) => ['mine', ...row].reverse());
    expect(resultsFromCsv(formatCsv(rows))).toEqual(results);
  });

  it('names the column that is missing', () => {
    expect(() => resultsFromCsv('key,query\r\n')).toThrow('“path”');
  });

  it('names the row and the column that cannot be read', () => {
    const text = resultsToCsv([resultWith({}), resultWith({ depth: 7 })]);
    expect(() => resultsFromCsv(text.replace(',7,', ',seven,'))).toThrow(/Row 3.*depth/);
  });

  it('names the row that is no CSV', () => {
    expect(() => resultsFromCsv(`${resultsToCsv([])}"open`)).toThrow('Row 2');
  });
});

describe('a sweep as JSON', () => {
  it('gives back the whole file, with one line for each result', () => {
    const text = sweepToJson(file);
    expect(sweepFromJson(text)).toEqual(file);
    expect(text.trimEnd().split('\n')).toHaveLength(file.results.length + 2);
    expect(sweepFromJson(sweepToJson({ ...file, results: [] })).results).toEqual([]);
  });

  it('keeps of which experiments the results are, and what is noted of them', () => {
    const checked: SweepFile = {
      ...file,
      schema: checkedFileVersion,
      experiments: { fields: ['data', 'depth'], fingerprint: '0123456789abcdef' },
      provenance: { ...file.provenance, note: 'The links were written anew.' },
    };
    expect(sweepFromJson(sweepToJson(checked))).toEqual(checked);
  });

  it('says that the format is another version before it complains of anything else', () => {
    expect(() => sweepFromJson('{"schema": 7}')).toThrow('version 7');
  });

  it('names the place of a value that cannot be', () => {
    const broken = sweepToJson(file).replace('"depth":2', '"depth":"two"');
    expect(() => sweepFromJson(broken)).toThrow('results.1.depth');
  });

  it('says so where the file was cut off', () => {
    expect(() => sweepFromJson(sweepToJson(file).slice(0, -20))).toThrow('not JSON');
  });
});

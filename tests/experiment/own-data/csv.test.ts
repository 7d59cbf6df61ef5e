import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CsvProblem,
  decodePoints,
  encodePoints,
  type OwnPoints,
  readCsv,
  writeCsv,
} from '../../../src/experiment/index.ts';
import { anyPoints } from './arbitrary-points.ts';

function read(text: string) {
  const result = readCsv(text);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

function problems(text: string): readonly CsvProblem[] {
  const result = readCsv(text);
  return 'problems' in result ? result.problems : [];
}

const places = ({ inputs }: OwnPoints) => Array.from(inputs, (value) => Number(value.toFixed(4)));

describe('a table of points', () => {
  it('is read with or without a header, whatever the order a header names', () => {
    const expected = [-2, 1, 2, -1];
    expect(places(read('-2,1,A\n2,-1,B').points)).toEqual(expected);
    expect(places(read('x,y,class\n-2,1,A\n2,-1,B\n').points)).toEqual(expected);
    expect(places(read('label,x2,x1\r\nA,1,-2\r\nB,-1,2\r\n').points)).toEqual(expected);
    expect(Array.from(read('label,x2,x1\nA,1,-2\nB,-1,2').points.labels)).toEqual([0, 1]);
  });

  it('may have semicolons or tabs, decimal commas then, and a byte order mark', () => {
    expect(places(read('\uFEFF-2,5;1;A\n2;-1,5;B').points)).toEqual([-2.5, 1, 2, -1.5]);
    expect(places(read('-2.5\t1\tA\n2\t-1.5\tB').points)).toEqual([-2.5, 1, 2, -1.5]);
  });

  it('keeps commas, quotes and line breaks within quoted fields', () => {
    const { names, points } = read('x,y,class\n-2,0,"cats, and ""dogs"""\n2,0,"two\nlines"\n');
    expect(names).toEqual(['cats, and "dogs"', 'two\nlines']);
    expect(Array.from(points.labels)).toEqual([0, 1]);
  });

  it.each([
    ['the letters of the map', ['B', 'D'], [1, 3]],
    ['numbers from 0 to 3', ['3', '0'], [3, 0]],
    ['other numbers, in their order', ['20', '3', '-1'], [2, 1, 0]],
    ['names, as they come', ['oak', 'elm', 'oak'], [0, 1, 0]],
  ])('takes classes by %s', (_, names, labels) => {
    const text = names.map((name, i) => `${i - 2},${2 - i},${name}`).join('\n');
    expect(Array.from(read(text).points.labels)).toEqual(labels);
  });

  it('names every line that cannot be read and takes nothing', () => {
    const text = 'x,y,class\n1,2,A\nNaN,1,A\n2\n\n1,two,B\n1,1,\n,1,A\n1e999,1,A';
    expect(problems(text)).toEqual([
      { kind: 'not-a-number', line: 3, text: 'NaN' },
      { kind: 'too-few-columns', line: 4, columns: 1 },
      { kind: 'not-a-number', line: 6, text: 'two' },
      { kind: 'no-class', line: 7 },
      { kind: 'not-a-number', line: 8, text: '' },
      { kind: 'not-a-number', line: 9, text: '1e999' },
    ]);
  });

  it('does not take a first line without numbers for a header where it is a broken point', () => {
    expect(problems('nan,1,A\n1,1,B')).toEqual([{ kind: 'not-a-number', line: 1, text: 'nan' }]);
  });

  it('counts lines across quoted line breaks and finds a quote that is never closed', () => {
    expect(problems('1,1,"a\nb"\n1,oops,"c"\n1,2,"d\n')).toEqual([
      { kind: 'not-a-number', line: 3, text: 'oops' },
      { kind: 'unclosed-quote', line: 4 },
    ]);
  });

  it('refuses too many points, too many classes, and nothing at all', () => {
    const many = Array.from({ length: 2001 }, () => '0,0,A').join('\n');
    expect(problems(many)).toEqual([{ kind: 'too-many-points', count: 2001, most: 2000 }]);
    expect(problems('0,0,a\n1,1,b\n2,2,c\n0,1,d\n0,2,e')).toEqual([
      { kind: 'too-many-classes', names: ['a', 'b', 'c', 'd', 'e'], most: 4 },
    ]);
    for (const empty of ['', '\n \n', 'x,y,class\n']) {
      expect(problems(empty)).toEqual([{ kind: 'empty' }]);
    }
  });

  it('leaves places on the map as they are and says what it did to others', () => {
    expect(read('-3,3,A\n3,-3,B').fit).toBeUndefined();
    const far = read('100,1000,A\n300,1100,B');
    expect(far.fit?.centre).toEqual([200, 1050]);
    expect(far.fit?.factor[0]).toBeCloseTo(5.4 / 200, 12);
    expect(far.fit?.factor[1]).toBe(far.fit?.factor[0]);
    expect(places(far.points)).toEqual([-2.7, -1.35, 2.7, 1.35]);
    const tiny = read('0,0,A\n0.01,0.01,B');
    expect(places(tiny.points)).toEqual([-2.7, -2.7, 2.7, 2.7]);
    const thread = read('0,0,A\n1000,1,B');
    expect(places(thread.points)).toEqual([-2.7, -2.7, 2.7, 2.7]);
    expect(places(read('50,50,A').points)).toEqual([0, 0]);
  });

  it('comes back as the same points after an export', () => {
    const wide = (points: OwnPoints) =>
      Math.max(...points.inputs) - Math.min(...points.inputs) > 5 && points.labels.length > 1;
    fc.assert(
      fc.property(anyPoints(30), (any) => {
        const points = decodePoints(encodePoints(any));
        fc.pre(points !== undefined && wide(points));
        if (!points) return;
        const xs = points.inputs.filter((_, i) => i % 2 === 0);
        fc.pre(Math.max(...xs) - Math.min(...xs) > 2);
        const back = read(writeCsv(points));
        expect(back.fit).toBeUndefined();
        expect(encodePoints(back.points)).toBe(encodePoints(points));
      }),
      { seed: 1 },
    );
  });
});

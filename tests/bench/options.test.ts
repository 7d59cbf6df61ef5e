import { expect, test } from 'vitest';
import { parseOptions, parts } from './options.ts';

test('without options everything is measured and written', () => {
  expect(parseOptions([])).toMatchObject({ parts, full: true });
});

test('some contenders or sizes are raced alone, and nothing is written', () => {
  expect(parseOptions(['--only', 'wasm', '--sizes', '0,2'])).toEqual({
    only: ['wasm'],
    sizes: [0, 2],
    parts: ['sizes'],
    full: false,
  });
});

test('the other measurements can be asked for by name', () => {
  expect(parseOptions(['--parts', 'spectra,stall'])).toMatchObject({
    parts: ['spectra', 'stall'],
    full: false,
  });
});

test('what there is not is named, with what there is', () => {
  expect(() => parseOptions(['--parts', 'spectre'])).toThrow('no part “spectre”');
  expect(() => parseOptions(['--parts'])).toThrow('Parts: sizes, roofline');
  expect(() => parseOptions(['--sizes', '99'])).toThrow('no size “99”');
});

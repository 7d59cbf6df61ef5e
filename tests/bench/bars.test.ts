import { describe, expect, test } from 'vitest';
import { barsOf, verdict } from './bars.ts';
import type { Timing } from './compare.ts';
import type { EntryName } from './contenders/index.ts';
import { markdown } from './markdown.ts';
import type { Results } from './results.ts';
import { sizes } from './sizes.ts';

const timing = (entry: EntryName, milliseconds: number, agrees = true): Timing => ({
  entry,
  device: entry,
  median: milliseconds,
  fastest: milliseconds,
  slowest: milliseconds,
  repeats: 5,
  stepsPerRepeat: 1,
  gigaflops: 1 / milliseconds,
  check: { steps: 20, objective: 1, expected: 1, agrees },
});

const resultsWith = (timings: readonly Timing[]): Results => ({
  version: 1,
  machine: {
    date: '2026-01-01',
    revision: 'abc',
    cpu: 'A processor',
    cores: 2,
    system: 'A system',
    browser: '1',
    adapter: 'swiftshader',
    load: [0, 0],
  },
  sizes: [{ size: sizes[0], operations: 1, timings, failures: [] }],
  roofline: [],
  encoding: [],
  figure2: [],
  pageOpenToSettled: [],
  endurance: undefined,
  spectra: undefined,
  stall: undefined,
  failures: [],
  seconds: 1,
});

const small = (timings: readonly Timing[]) =>
  barsOf(resultsWith(timings)).filter(({ title }) => title.includes('other CPU engine, L9'))[0];

describe('The bar of the smallest network', () => {
  test('compares with the fastest of the others', () => {
    const bar = small([timing('wasm', 1), timing('tfjs-wasm', 60), timing('jax-wasm', 30)]);
    expect(bar.value).toBe(30);
    expect(verdict(bar)).toBe('met');
  });

  test('ignores contenders that compute something else', () => {
    const bar = small([timing('wasm', 1), timing('tfjs-wasm', 60), timing('jax-wasm', 5, false)]);
    expect(bar.value).toBe(60);
    expect(verdict(bar)).toBe('hoped for');
  });

  test('is not met by an engine that computes something else', () => {
    expect(verdict(small([timing('wasm', 1, false), timing('tfjs-wasm', 60)]))).toBe(
      'not measured',
    );
  });

  test('is missed by an engine that is too slow', () => {
    expect(verdict(small([timing('wasm', 4), timing('tfjs-wasm', 60)]))).toBe('missed');
  });
});

describe('The bars of larger networks', () => {
  const barsFor = (timings: readonly Timing[]) => {
    const results = resultsWith(timings);
    const bars = barsOf({ ...results, sizes: [{ ...results.sizes[0], size: sizes[2] }] });
    const find = (title: string) => bars.find((bar) => bar.title.startsWith(title))?.value;
    return { page: find('wasm as the page chooses it'), one: find('wasm on one core') };
  };

  test('take several cores where the page would, and say what one core does', () => {
    const bars = barsFor([timing('wasm', 6), timing('wasm-parallel', 4), timing('jax-wasm', 24)]);
    expect(bars).toEqual({ page: 6, one: 4 });
  });

  test('take one core where several are hardly faster, or wrong', () => {
    const other = timing('jax-wasm', 24);
    expect(barsFor([timing('wasm', 6), timing('wasm-parallel', 5.5), other]).page).toBe(4);
    expect(barsFor([timing('wasm', 6), timing('wasm-parallel', 1, false), other]).page).toBe(4);
  });

  test('do not count our own other engine among the others', () => {
    expect(
      barsFor([timing('wasm', 6), timing('wasm-parallel', 9), timing('jax-wasm', 24)]).page,
    ).toBe(4);
  });
});

test('a time below its bar is met, one above it missed', () => {
  const bar = { title: '', must: 4, hoped: 2, unit: 's', below: true } as const;
  expect(verdict({ ...bar, value: 1.9 })).toBe('hoped for');
  expect(verdict({ ...bar, value: 3 })).toBe('met');
  expect(verdict({ ...bar, value: 4.1 })).toBe('missed');
});

describe('The bar of the singular values', () => {
  const spectra = {
    ...{ layers: 48, width: 64, points: 200, frames: 30 },
    ...{ weightsMilliseconds: 4.5, allMilliseconds: 11.5 },
  };
  const stall = { size: 'L9', aloneRate: 100, besideRate: 92, lost: 0.08, pictureRate: 30 };
  const find = (results: Results, title: string) =>
    barsOf(results).filter((bar) => bar.title.includes(title))[0];

  test('is about the weights of a frame, and has nothing to hope for beyond', () => {
    const results = { ...resultsWith([]), spectra };
    expect(verdict(find(results, '48 weight matrices'))).toBe('met');
    expect(markdown(results)).toContain(
      '4.50 ms a frame for all weight matrices; 11.5 ms together',
    );
    const slow = { ...spectra, weightsMilliseconds: 10.5 };
    expect(verdict(find({ ...results, spectra: slow }, '48 weight matrices'))).toBe('missed');
  });

  test('counts the steps lost to them on a GPU, but not on one that is done in software', () => {
    const on = (software: boolean) => ({ ...resultsWith([]), stall: { ...stall, software } });
    expect(find(on(false), 'steps lost').value).toBe(8);
    expect(verdict(find(on(true), 'steps lost'))).toBe('not measured');
    expect(markdown(on(true))).toContain('could not be measured here');
    expect(markdown(on(false))).not.toContain('could not be measured here');
  });
});

test('the page for reading says that WebGPU is software, who failed, and who disagrees', () => {
  const results = resultsWith([timing('wasm', 1), timing('jax-wasm', 5, false)]);
  const [size] = results.sizes;
  const failures = [{ entry: 'webgpu', reason: 'No adapter.' } as const];
  const text = markdown({ ...results, sizes: [{ ...size, failures }] });
  expect(text).toContain('WebGPU here is SwiftShader');
  expect(text).toContain('never been timed on a GPU');
  expect(text).toContain('webgpu on L9 w50 N39: No adapter.');
  expect(text).toContain('jax-wasm on L9 w50 N39 disagrees');
});

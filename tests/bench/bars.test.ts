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

test('the page for reading says that WebGPU is software, who failed, and who disagrees', () => {
  const results = resultsWith([timing('wasm', 1), timing('jax-wasm', 5, false)]);
  const [size] = results.sizes;
  const failures = [{ entry: 'webgpu', reason: 'No adapter.' } as const];
  const text = markdown({ ...results, sizes: [{ ...size, failures }] });
  expect(text).toContain('WebGPU here is SwiftShader');
  expect(text).toContain('webgpu on L9 w50 N39: No adapter.');
  expect(text).toContain('jax-wasm on L9 w50 N39 disagrees');
});

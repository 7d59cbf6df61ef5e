/** What the engines are held to, and whether they meet it. */
import { isClearlyFaster } from '../../src/engine/choose.ts';
import { type EntryName, entries, entryNames } from './contenders/index.ts';
import { median } from './median.ts';
import { type Results, ratio, type SizeResult, timingOf } from './results.ts';

export interface Bar {
  readonly title: string;
  readonly must: number;
  /** Undefined where nothing beyond `must` was asked for. */
  readonly hoped?: number;
  readonly unit: '×' | '%' | 'ms' | 's' | '';
  /** Whether less is better. */
  readonly below?: boolean;
  /** Undefined where it was not measured. */
  readonly value: number | undefined;
  /** Where the worst value was found, if there are several. */
  readonly where?: string | undefined;
}

export type Verdict = 'hoped for' | 'met' | 'missed' | 'not measured';

export function verdict({ value, must, hoped, below = false }: Bar): Verdict {
  if (value === undefined) return 'not measured';
  const reaches = (bar: number) => (below ? value <= bar : value >= bar);
  if (hoped !== undefined && reaches(hoped)) return 'hoped for';
  return reaches(must) ? 'met' : 'missed';
}

/** Those of this project that run on the CPU. */
export const ownCpu: readonly EntryName[] = ['wasm', 'wasm-parallel'];
export const otherCpu = entryNames.filter(
  (name) => entries[name].kind === 'cpu' && !ownCpu.includes(name),
);
const tfjsGpu: readonly EntryName[] = ['tfjs-webgpu', 'flat-tfjs-webgpu'];
const jaxGpu: readonly EntryName[] = ['jax-webgpu'];

export function barsOf(results: Results): Bar[] {
  const { sizes, encoding, endurance, spectra, stall, pageOpenToSettled } = results;
  const named = (name: string) => sizes.filter(({ size }) => size.name === name);
  const middling = sizes.filter(({ size }) => size.points >= 400 && size.points <= 500);
  const [large] = named('L8 w64 N1000');
  return [
    {
      title: 'wasm vs best other CPU engine, L9 w50 N39',
      ...{ must: 20, hoped: 40, unit: '×' },
      ...worstRatio(named('L9 w50 N39'), 'wasm', otherCpu),
    },
    {
      title: 'wasm as the page chooses it vs best other CPU engine, each size with N = 400–500',
      ...{ must: 5, hoped: 8, unit: '×' },
      ...worstRatio(middling, chosen, otherCpu),
    },
    {
      title: 'wasm on one core vs best other CPU engine, each size with N = 400–500',
      ...{ must: 5, hoped: 8, unit: '×' },
      ...worstRatio(middling, 'wasm', otherCpu),
    },
    {
      title: 'wasm as the page chooses it vs best other CPU engine, L8 w64 N1000',
      ...{ must: 3.5, hoped: 6, unit: '×' },
      ...worstRatio(named('L8 w64 N1000'), chosen, otherCpu),
    },
    {
      title: 'wasm on one core vs best other CPU engine, L8 w64 N1000',
      ...{ must: 3.5, hoped: 6, unit: '×' },
      ...worstRatio(named('L8 w64 N1000'), 'wasm', otherCpu),
    },
    {
      title: 'wasm: fraction of its roofline, L8 w64 N1000',
      ...{ must: 65, hoped: 85, unit: '%' },
      value: large && percentOfRoofline(results, large),
    },
    {
      title: 'wasm: steps/s after 100,000 steps against after 1,000',
      ...{ must: 0.9, hoped: 1, unit: '' },
      value: endurance?.ratio,
    },
    {
      title: 'wasm: singular values of 48 weight matrices of 64 × 64, a frame',
      ...{ must: 10, unit: 'ms', below: true },
      value: spectra?.weightsMilliseconds,
    },
    {
      title: 'webgpu vs tfjs webgpu on the same adapter, each size',
      ...{ must: 20, hoped: 60, unit: '×' },
      ...worstRatio(sizes, 'webgpu', tfjsGpu),
    },
    {
      title: 'webgpu vs jax-js webgpu on the same adapter, each size',
      ...{ must: 2.5, hoped: 6, unit: '×' },
      ...worstRatio(sizes, 'webgpu', jaxGpu),
    },
    {
      title: 'webgpu: JavaScript encode time per step, L = 20',
      ...{ must: 0.15, hoped: 0.03, unit: 'ms', below: true },
      value: encoding.find(({ entry }) => entry === 'webgpu')?.milliseconds,
    },
    {
      title: 'webgpu: steps lost while singular values are read back at every frame',
      ...{ must: 10, unit: '%', below: true },
      ...(stall?.software
        ? { value: undefined, where: 'the adapter is software' }
        : { value: stall && 100 * stall.lost }),
    },
    {
      title: 'Figure 2(d) from scratch, page open to the last step, wasm',
      ...{ must: 4, hoped: 2, unit: 's', below: true },
      value: pageOpenToSettled.length > 0 ? median(pageOpenToSettled) / 1000 : undefined,
    },
  ];
}

/** Of the arithmetic of a step; undefined where either was not measured. */
export function percentOfRoofline(results: Results, result: SizeResult): number | undefined {
  const timing = timingOf(result, 'wasm');
  if (timing === undefined || results.roofline.length === 0) return undefined;
  return (100 * timing.gigaflops) / Math.max(...results.roofline);
}

/** Which of the wasm engines the page would take, going by the clock as it does. */
export function chosen(result: SizeResult): EntryName {
  const alone = timingOf(result, 'wasm');
  const together = timingOf(result, 'wasm-parallel');
  if (!alone || !together?.check.agrees) return 'wasm';
  return isClearlyFaster(together.median, alone.median) ? 'wasm-parallel' : 'wasm';
}

/** The smallest ratio over the sizes; undefined if it is missing for any of them. */
function worstRatio(
  sizes: readonly SizeResult[],
  own: EntryName | ((result: SizeResult) => EntryName),
  others: readonly EntryName[],
): Pick<Bar, 'value' | 'where'> {
  const ratios = sizes.map((result) => ({
    where: result.size.name,
    value: ratio(result, typeof own === 'function' ? own(result) : own, others),
  }));
  const missing = ratios.find(({ value }) => value === undefined);
  if (ratios.length === 0 || missing) return { value: undefined, where: missing?.where };
  const [worst] = ratios.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  return ratios.length > 1 ? worst : { value: worst.value };
}

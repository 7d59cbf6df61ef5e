/** The results as a page for reading. */
import { type Bar, barsOf, chosen, otherCpu, percentOfRoofline, verdict } from './bars.ts';
import { type EntryName, entries, entryNames, type Kind } from './contenders/index.ts';
import { median } from './median.ts';
import type { Stall } from './messages.ts';
import { type Results, ratio, timingOf } from './results.ts';

export function markdown(results: Results): string {
  const { machine } = results;
  return `${[
    '# Benchmarks',
    'Written by `npm run bench`; the numbers behind it are in `tests/bench/results.json`.',
    machineList(results),
    adapterNote(machine.adapter),
    '## Bars',
    barTable(barsOf(results)),
    '## Milliseconds per step, CPU',
    timeTable(results, 'cpu'),
    ownTable(results),
    `## Milliseconds per step, WebGPU${isSoftware(machine.adapter) ? ' on SwiftShader' : ''}`,
    timeTable(results, 'gpu'),
    gpuTable(results),
    '## Figure 2(d), endurance and singular values',
    runs(results),
    '## How it is measured',
    method,
    ...troubles(results),
  ].join('\n\n')}\n`;
}

const method = `Everything runs in one headless Chromium, in one go: a production build of a bench page, each
contender in a worker of its own, one working at a time. All train the same network on the same
data from the same start with full-batch Adam (rate 1e-3) and the L2 term (1e-3/L)·‖θ‖², biases
included; classifiers are 2→w→…→w→4 with cross-entropy, L13 w100 is 50→100→…→50 with the squared
error. After 20 steps (after as many as it was given, where a step takes long) the parameters of
each are judged by a plain double-precision implementation: a contender whose objective is off by
more than 1e-3 of its value is marked ✗ and does not count.

Times are medians of the repeats, in brackets the fastest and the slowest; contenders take turns,
repeat by repeat, so that a noisy machine slows all of them. Warm-up and compilation are not
counted. A repeat lasts about 0.15 s (0.5 s with WebGPU), or a single step where that takes longer.

GFLOP/s counts the matrix products only: 2·N·fan-in·fan-out for the forward pass, the weight
gradient and the input gradient of each layer, less the input gradient of the first. Bias, ReLU,
loss, L2 and Adam are not counted, but take their time. The roofline is the wasm engine's own
matrix product on data that stay in the first-level cache, measured in the same run. The wasm
engine leaves out products with the zeros that ReLU makes, which are counted all the same, so that
its share of the roofline may exceed 100 %: the operations that it executes are not counted.

JavaScript time per step is the time in which the worker was not waiting for the GPU. The page is
not cross-origin isolated, as a static page cannot count on it, so that there is no
\`SharedArrayBuffer\`, and jax-js and tfjs run on one thread; with it, tfjs would use more. "wasm on
several cores" needs none: each of its workers (their number stands in the last row of the table)
computes the gradient of a shard of the points, and they exchange the gradients by message. The page
starts on one core and takes several where a step then takes less than 0.8 of the time, which is
also how the bars choose; the same bars for one core stand below them. "Stock step" is a variable for
each W and b and \`tf.train.adam(…).minimize\`; "our flat step" is this project's tfjs engine, which
keeps all parameters in one tensor. The nodes and links are a full-batch port, written for this
benchmark, of the kind of network that classic playgrounds use, with Adam and L2 added.`;

const isSoftware = (adapter: string) => adapter.includes('swiftshader');

function adapterNote(adapter: string): string {
  if (!isSoftware(adapter)) return `WebGPU runs on ${adapter}.`;
  return `**WebGPU here is SwiftShader: the shaders run on the CPU.** The WebGPU rows compare engines on
the same adapter (${adapter}); they say nothing about how fast a GPU is.

Nor are these the kernels that a GPU would run. Here the engine chooses among its plans for software
adapters (\`softwarePlans\` and \`sharingPlans\` in \`src/engine/webgpu/plan.ts\`: large tiles, few
invocations, the \`*-shared.wgsl\` files); on a real GPU it chooses among its \`hardwarePlans\`, which
the tests hold to the same numbers, but which have never been timed on a GPU.`;
}

function machineList({ machine, seconds }: Results): string {
  return [
    `- ${machine.date}, revision ${machine.revision}`,
    `- ${machine.cpu}, ${machine.cores} cores, ${machine.system}; load average ${machine.load.map((load) => load.toFixed(1)).join(' at the start, ')} at the end`,
    `- Chromium ${machine.browser}, headless; WebGPU adapter: ${machine.adapter}`,
    `- ${Math.round(seconds)} s in all`,
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}

function barTable(bars: readonly Bar[]): string {
  return table(
    ['', 'must', 'hoped for', 'measured', ''],
    bars.map((bar) => {
      const sign = bar.below ? '≤' : '≥';
      const amount = (value: number) => `${value}${bar.unit && ` ${bar.unit}`}`;
      const value = bar.value === undefined ? '–' : amount(Number(bar.value.toPrecision(3)));
      const where = bar.where ? ` (${bar.where})` : '';
      return [
        bar.title,
        `${sign} ${amount(bar.must)}`,
        bar.hoped === undefined ? '–' : `${sign} ${amount(bar.hoped)}`,
        value + where,
        `**${verdict(bar)}**`,
      ];
    }),
  );
}

function timeTable({ sizes }: Results, kind: Kind): string {
  const present = entryNames.filter(
    (name) =>
      entries[name].kind === kind &&
      sizes.some((result) => [...result.timings, ...result.failures].some((e) => e.entry === name)),
  );
  return table(
    ['', ...sizes.map(({ size }) => size.name)],
    present.map((name) => [
      entries[name].title,
      ...sizes.map((result) => {
        const timing = timingOf(result, name);
        if (timing === undefined) return '–';
        const range = `(${short(timing.fastest)}–${short(timing.slowest)})`;
        return `${short(timing.median)} ${range}${timing.check.agrees ? '' : ' ✗'}`;
      }),
    ]),
  );
}

/** The wasm engines against the others, the arithmetic and the roofline. */
function ownTable(results: Results): string {
  const { sizes } = results;
  const own = 'wasm';
  const cell = (value: number | undefined, unit: string) =>
    value === undefined ? '–' : `${short(value)}${unit}`;
  const roofline = results.roofline.map((rate) => rate.toFixed(1)).join(' and ');
  return `${table(
    [`${own}`, ...sizes.map(({ size }) => size.name)],
    [
      [
        'one core: times faster than the best other',
        ...sizes.map((result) => cell(ratio(result, own, otherCpu), ' ×')),
      ],
      [
        'several cores: times faster than the best other',
        ...sizes.map((result) => cell(ratio(result, 'wasm-parallel', otherCpu), ' ×')),
      ],
      [
        'several cores: times faster than one',
        ...sizes.map((result) => cell(ratio(result, 'wasm-parallel', [own]), ' ×')),
      ],
      [
        'what the page takes',
        ...sizes.map((result) => timingOf(result, chosen(result))?.device.split(', ').pop() ?? '–'),
      ],
      ['one core: GFLOP/s', ...sizes.map((result) => cell(timingOf(result, own)?.gigaflops, ''))],
      [
        'one core: of its roofline',
        ...sizes.map((result) => cell(percentOfRoofline(results, result), ' %')),
      ],
    ],
  )}\n\nRoofline: ${roofline || 'not measured'} GFLOP/s.`;
}

function gpuTable({ sizes, encoding }: Results): string {
  const present = entryNames.filter(
    (name) => entries[name].kind === 'gpu' && sizes.some((result) => timingOf(result, name)),
  );
  const cells = (value: (name: EntryName, index: number) => number | undefined) =>
    present.map((name) => sizes.map((_, index) => value(name, index)));
  const dispatches = cells((name, i) => timingOf(sizes[i], name)?.dispatchesPerStep);
  const encode = cells((name, i) => timingOf(sizes[i], name)?.encode);
  const ratios = (title: string, others: readonly EntryName[]) => [
    title,
    ...sizes.map((result) => {
      const value = ratio(result, 'webgpu', others);
      return value === undefined ? '–' : `${short(value)} ×`;
    }),
  ];
  return `${table(
    ['webgpu', ...sizes.map(({ size }) => size.name)],
    [
      ratios('times faster than tfjs webgpu', ['tfjs-webgpu', 'flat-tfjs-webgpu']),
      ratios('times faster than jax-js webgpu', ['jax-webgpu']),
    ],
  )}\n\nDispatches per step, and milliseconds per step in which JavaScript was not waiting for the GPU\n(the emulated GPU runs on the same cores, and takes them away meanwhile):\n\n${table(
    ['', ...sizes.map(({ size }) => size.name)],
    present.map((name, row) => [
      entries[name].title,
      ...sizes.map((_, i) => {
        const count = dispatches[row][i];
        const time = encode[row][i];
        if (count === undefined || time === undefined) return '–';
        return `${Math.round(count)}, ${short(time)} ms`;
      }),
    ]),
  )}\n\nJavaScript per step at L = 20 on 8 points, where the emulated GPU takes no time from it: ${encoding
    .map(({ entry, milliseconds }) => `${entries[entry].title} ${short(milliseconds)} ms`)
    .join(', ')}.`;
}

function runs({ figure2, pageOpenToSettled, endurance, spectra, stall }: Results): string {
  const lines: string[] = [];
  if (figure2.length > 0) {
    const total = median(figure2.map((run) => run.openMilliseconds + run.trainMilliseconds));
    lines.push(
      `- Figure 2(d) (the paper’s 39 points, L = 9, width 50, ${figure2[0].steps.toLocaleString('en')} steps) on the wasm engine, from opening it to the last spectra: ${(total / 1000).toFixed(2)} s (median of ${figure2.length}).`,
    );
  }
  if (pageOpenToSettled.length > 0) {
    const each = pageOpenToSettled.map((time) => (time / 1000).toFixed(2)).join(', ');
    lines.push(
      `- The same on the real page, from navigation until the map of the last step is on screen: ${(median(pageOpenToSettled) / 1000).toFixed(2)} s (median of ${each}).`,
    );
  }
  if (endurance) {
    const { early, late, earlyRate, lateRate } = endurance;
    lines.push(
      `- Endurance, the same network: ${Math.round(earlyRate)} steps/s after ${early.toLocaleString('en')} steps, ${Math.round(lateRate)} after ${late.toLocaleString('en')}: ${endurance.ratio.toFixed(3)}.`,
    );
  }
  if (spectra) {
    const { layers, width, points, weightsMilliseconds, allMilliseconds, frames } = spectra;
    lines.push(
      `- Singular values on the wasm engine, ${layers} layers of ${width} × ${width}: ${short(weightsMilliseconds)} ms a frame for all weight matrices; ${short(allMilliseconds)} ms together with those of every layer’s centred outputs on ${points} points, forward pass included (medians of ${frames} frames between training steps).`,
    );
  }
  if (stall) lines.push(stallLine(stall));
  return lines.join('\n');
}

function stallLine({ size, software, aloneRate, besideRate, lost, pictureRate }: Stall): string {
  const rates = `${short(besideRate)} steps/s instead of ${short(aloneRate)} (${short(100 * lost)} % lost) on ${size}, with ${short(pictureRate)} sets of singular values read back a second`;
  if (!software)
    return `- Training while the GPU measures singular values at every frame: ${rates}.`;
  return `- Whether singular values stall training on a GPU could not be measured here: this adapter is the CPU itself, barriers cost it most of all, and the engine leaves singular values to the CPU on it. With its GPU kernel forced upon it: ${rates}.`;
}

function troubles({ sizes, failures }: Results): string[] {
  const lines = sizes.flatMap(({ size, timings, failures: absent }) => [
    ...absent.map(({ entry, reason }) => `- ${entry} on ${size.name}: ${reason}`),
    ...timings
      .filter(({ check }) => !check.agrees)
      .map(
        ({ entry, check }) =>
          `- ${entry} on ${size.name} disagrees: ${check.objective} after ${check.steps} steps instead of ${check.expected}`,
      ),
  ]);
  const all = [...lines, ...failures.map((failure) => `- ${failure}`)];
  return all.length > 0 ? ['## What did not work', all.join('\n')] : [];
}

/** Three digits. */
function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toPrecision(value < 0.01 ? 2 : 3);
}

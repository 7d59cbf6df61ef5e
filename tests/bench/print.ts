/** What the terminal shows while it runs. */
import { type Bar, verdict } from './bars.ts';
import { entries } from './contenders/index.ts';
import type { Results, SizeResult } from './results.ts';

export function printSize({ size, timings, failures }: SizeResult): void {
  console.log(`\n${size.name}`);
  for (const timing of timings) {
    const { entry, check, dispatchesPerStep: dispatches, encode } = timing;
    const columns = [
      entry.padEnd(18),
      `${timing.median.toFixed(3).padStart(9)} ms`,
      `(${timing.fastest.toFixed(3)}–${timing.slowest.toFixed(3)}, ${timing.repeats} × ${timing.stepsPerRepeat})`.padEnd(
        32,
      ),
      `${timing.gigaflops.toFixed(2).padStart(6)} GFLOP/s`,
      check.agrees ? '' : `disagrees: ${check.objective} instead of ${check.expected}`,
      entries[entry].kind === 'gpu'
        ? `${dispatches?.toFixed(0)} dispatches, ${encode?.toFixed(3)} ms of JavaScript`
        : '',
      timing.device,
    ];
    console.log(`  ${columns.filter((column) => column !== '').join('  ')}`);
  }
  for (const { entry, reason } of failures) console.log(`  ${entry.padEnd(18)}  ${reason}`);
}

export function printRuns(
  results: Omit<Results, 'machine' | 'version' | 'seconds' | 'sizes'>,
): void {
  const { roofline, encoding, figure2, pageOpenToSettled, endurance, spectra, stall } = results;
  if (roofline.length > 0) {
    console.log(`\nRoofline: ${roofline.map((rate) => rate.toFixed(1)).join(', ')} GFLOP/s`);
  }
  for (const { entry, milliseconds } of encoding) {
    console.log(`JavaScript of a step of ${entry}: ${milliseconds.toFixed(4)} ms`);
  }
  for (const { steps, openMilliseconds, trainMilliseconds } of figure2) {
    console.log(
      `Figure 2(d): ${steps} steps in ${trainMilliseconds.toFixed(0)} ms, opened in ${openMilliseconds.toFixed(0)} ms`,
    );
  }
  if (pageOpenToSettled.length > 0) {
    const visits = pageOpenToSettled.map((time) => time.toFixed(0)).join(', ');
    console.log(`Figure 2(d), page open to the last step: ${visits} ms`);
  }
  if (endurance) {
    const { early, late, earlyRate, lateRate, ratio } = endurance;
    console.log(
      `Endurance: ${earlyRate.toFixed(0)} steps/s after ${early}, ${lateRate.toFixed(0)} after ${late}: ${ratio.toFixed(3)}`,
    );
  }
  if (spectra) {
    const { layers, width, weightsMilliseconds, allMilliseconds } = spectra;
    console.log(
      `Singular values of ${layers} layers of ${width} × ${width}: ${weightsMilliseconds.toFixed(2)} ms a frame, ${allMilliseconds.toFixed(2)} ms with the activations`,
    );
  }
  if (stall) {
    const { size, software, aloneRate, besideRate, lost, pictureRate } = stall;
    console.log(
      `Steps lost to singular values on ${software ? 'a GPU done in software' : 'the GPU'}, ${size}: ${(100 * lost).toFixed(1)} % (${besideRate.toFixed(1)} instead of ${aloneRate.toFixed(1)} a second, ${pictureRate.toFixed(1)} pictures a second)`,
    );
  }
  for (const failure of results.failures) console.log(failure);
}

export function printBars(bars: readonly Bar[]): void {
  console.log('');
  for (const bar of bars) {
    const { title, value, must, hoped, unit, below, where } = bar;
    const measured = value === undefined ? '' : ` ${Number(value.toPrecision(3))} ${unit}`;
    const place = where ? ` at ${where}` : '';
    const sign = below ? '≤' : '≥';
    const hope = hoped === undefined ? '' : `, hoped for ${sign} ${hoped}`;
    console.log(
      `${verdict(bar).padStart(12)} ${title}:${measured}${place} (must ${sign} ${must}${hope})`,
    );
  }
}

/**
 * What a training step costs in JavaScript: the contender's own network on so few points that an
 * emulated GPU, which runs on the same cores, takes no time away from the JavaScript that is
 * measured. The calls it makes of WebGPU do not depend on the number of points.
 */
import { type EntryName, entries } from './contenders/index.ts';
import { readGpuMeter, resetGpuMeter } from './gpu-meter.ts';
import { median } from './median.ts';
import type { Encoding } from './messages.ts';
import { sizes, taskOf } from './sizes.ts';

const points = 8;
const repeats = 7;
const milliseconds = 300;

export async function measureEncoding(entry: EntryName, size: number): Promise<Encoding> {
  const open = await entries[entry].load();
  const contender = await open(taskOf({ ...sizes[size], points }));
  await contender.train(3);
  const start = performance.now();
  await contender.train(2);
  const steps = Math.max(1, Math.round((2 * milliseconds) / (performance.now() - start)));
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    resetGpuMeter();
    await contender.train(steps);
    times.push(readGpuMeter().busy / steps);
  }
  return { entry, milliseconds: median(times) };
}

/** How long the wasm engine takes over the singular values of a deep network: what every picture waits for. */
import { openWasm, spectraOneByOne } from '../../src/engine/wasm/index.ts';
import { median } from './median.ts';
import type { SpectraTime } from './messages.ts';
import { taskOf } from './sizes.ts';
import { taskStart } from './task-start.ts';

/** 48 matrices of 64 × 64, the first and the last among them. */
const network = {
  name: 'L48, 64 × 64 throughout, N200',
  depth: 48,
  width: 64,
  points: 200,
  inputs: 64,
  outputs: 64,
  loss: 'mse',
} as const;
const warmUps = 10;
const frames = 30;
/** Between two pictures the network moves on, and its training takes the cache. */
const stepsBetween = 2;

export async function measureSpectra(): Promise<SpectraTime> {
  const engine = await openWasm(...taskStart(taskOf(network)));
  const { depth } = network;
  const weights: number[] = [];
  const all: number[] = [];
  for (let frame = -warmUps; frame < frames; frame++) {
    await engine.train(stepsBetween);
    const start = performance.now();
    let weightsDone = start;
    let count = 0;
    for (const _ of spectraOneByOne(engine.wasm, depth, { centred: true })) {
      if (++count === depth) weightsDone = performance.now();
    }
    if (frame < 0) continue;
    weights.push(weightsDone - start);
    all.push(performance.now() - start);
  }
  engine.dispose();
  return {
    layers: depth,
    width: network.width,
    points: network.points,
    weightsMilliseconds: median(weights),
    allMilliseconds: median(all),
    frames,
  };
}

/** Runs in the browser: times one sweep in so many workers of the page's own pool. */
import { chainsOf, type SweepSpec } from '../../../src/sweep/index.ts';
import { startPool } from '../../../src/sweep/pool.ts';

/** Equal cells, so that no worker waits long for the others at the end. */
const spec = (cells: number): SweepSpec => ({
  name: 'throughput',
  title: 'Throughput of the pool',
  base: 'task=rank-recovery&trueRank=2&inputDimension=10&outputDimension=10&width=50&points=50&steps=500',
  axes: {
    depths: [12],
    dataSeeds: [0],
    seeds: Array.from({ length: cells }, (_, seed) => seed),
    paths: ['restarted'],
  },
});

/** Milliseconds from the start of the pool to its last result. */
async function timeOf(workers: number, cells: number): Promise<number> {
  const began = performance.now();
  let finished = 0;
  const pool = startPool({
    chains: chainsOf(spec(cells)),
    workers,
    onResult: () => finished++,
    onProgress: () => {},
  });
  await pool.ended;
  if (finished !== cells) throw new Error(`Only ${finished} of ${cells} cells were finished.`);
  return performance.now() - began;
}

export type TimeOf = typeof timeOf;
Object.assign(globalThis, { timeOf });

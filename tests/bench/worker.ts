/** Runs one contender, or one of the other measurements, away from the page. */
import type { Contender } from './contenders/contender.ts';
import { entries } from './contenders/index.ts';
import { measureEncoding } from './encoding.ts';
import { runEndurance } from './endurance.ts';
import { runFigure2 } from './figure2.ts';
import { installGpuMeter, readGpuMeter, resetGpuMeter } from './gpu-meter.ts';
import { objective, trajectory } from './judge.ts';
import type { JobName, Jobs, Reply, Request } from './messages.ts';
import { sizes, type Task, taskOf } from './sizes.ts';
import { measureSpectra } from './spectra.ts';

installGpuMeter();

let opened: { readonly task: Task; readonly contender: Contender } | undefined;

function current() {
  if (opened === undefined) throw new Error('No contender has been opened.');
  return opened;
}

const perform: { [Job in JobName]: (ask: Jobs[Job]['ask']) => Promise<Jobs[Job]['answer']> } = {
  async open({ entry, size }) {
    const task = taskOf(sizes[size]);
    const open = await entries[entry].load();
    opened = { task, contender: await open(task) };
    return opened.contender.device;
  },
  async train({ steps }) {
    const { contender } = current();
    resetGpuMeter();
    const start = performance.now();
    await contender.train(steps);
    const milliseconds = performance.now() - start;
    return { milliseconds, ...readGpuMeter() };
  },
  async judge() {
    const { task, contender } = current();
    return objective(task, await contender.parameters());
  },
  trajectory: async ({ size, steps }) => trajectory(taskOf(sizes[size]), steps),
  async roofline() {
    const { measureRoofline } = await import('../../src/engine/wasm/index.ts');
    return measureRoofline();
  },
  encoding: ({ entry, size }) => measureEncoding(entry, size),
  figure2: ({ steps }) => runFigure2(steps),
  endurance: ({ early, late }) => runEndurance(early, late),
  spectra: () => measureSpectra(),
  // Its engine is loaded by nobody else's measurement.
  stall: async ({ size, rounds }) => (await import('./stall.ts')).measureStall(size, rounds),
};

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  const job = perform[data.job] as (ask: Request['ask']) => Promise<unknown>;
  const reply: Reply = await job(data.ask).then(
    (answer) => ({ ok: true, answer }),
    (error: unknown) => ({
      ok: false,
      reason: error instanceof Error ? error.message : String(error),
    }),
  );
  self.postMessage(reply);
};

/** Figure 2(d) of the paper on the wasm engine, from nothing to the last step. */
import { prepareRun } from '../../src/engine/prepare.ts';
import { engineLoaders } from '../../src/engine/registry.ts';
import { completeExperiment } from '../../src/experiment/index.ts';
import type { Figure2 } from './messages.ts';

/** As the page trains: in slices, between which it looks for messages. */
const stepsPerSlice = 100;

export function figure2d(steps: number) {
  return prepareRun(completeExperiment({ data: 'paper-s', depth: 9, width: 50, steps }));
}

export async function runFigure2(steps: number): Promise<Figure2> {
  const start = performance.now();
  const { problem, optimisation, start: state } = await figure2d(steps);
  const engine = await (await engineLoaders.wasm())(problem, optimisation, state);
  const opened = performance.now();
  let dataLoss = Number.NaN;
  for (let done = 0; done < steps; done += stepsPerSlice) {
    const record = await engine.train(Math.min(stepsPerSlice, steps - done));
    dataLoss = record.dataLoss[record.dataLoss.length - 1];
  }
  await engine.spectra({ centred: true });
  const end = performance.now();
  engine.dispose();
  return {
    steps,
    openMilliseconds: opened - start,
    trainMilliseconds: end - opened,
    dataLoss,
  };
}

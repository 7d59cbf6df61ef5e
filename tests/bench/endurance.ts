/**
 * Whether the wasm engine keeps its pace: the weights and moments of dead neurons decay towards
 * numbers that processors handle slowly.
 */
import { engineLoaders } from '../../src/engine/registry.ts';
import { figure2d } from './figure2.ts';
import { median } from './median.ts';
import type { Endurance } from './messages.ts';

const rounds = 11;
const stepsPerRound = 500;

/** Trains to `early` and to `late` steps, then times batches at both states by turns, so that a noisy machine slows both alike. */
export async function runEndurance(early: number, late: number): Promise<Endurance> {
  const { problem, optimisation, start } = await figure2d(late);
  const open = await engineLoaders.wasm();
  const engine = await open(problem, { ...optimisation, schedule: 'constant' }, start);
  await engine.train(early);
  const young = await engine.save();
  await engine.train(late - early);
  const old = await engine.save();

  const rates = { young: [] as number[], old: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const [age, state] of [
      ['young', young],
      ['old', old],
    ] as const) {
      await engine.load(state);
      const begin = performance.now();
      await engine.train(stepsPerRound);
      rates[age].push((1000 * stepsPerRound) / (performance.now() - begin));
    }
  }
  engine.dispose();
  const earlyRate = median(rates.young);
  const lateRate = median(rates.old);
  return { early, late, earlyRate, lateRate, ratio: lateRate / earlyRate };
}

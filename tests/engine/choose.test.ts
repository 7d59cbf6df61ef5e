import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEngineChooser, type Present } from '../../src/engine/choose.ts';
import {
  type EngineName,
  EngineUnavailable,
  type OpenEngine,
  type TrainingEngine,
} from '../../src/engine/engine.ts';
import { pointCount } from '../../src/engine/problem.ts';
import { refer } from '../../src/messages/reference.ts';
import { initialState, plain, randomProblem } from './problems.ts';

const dims = [2, 8, 3];
const state = initialState(dims, 1);
const startOn = (points: number): Parameters<OpenEngine> => [
  randomProblem(dims, points, 'mse', 1),
  plain,
  state,
];
const start = startOn(400);

/** Milliseconds a step takes on each engine; one that is missing cannot be opened, one at 0 fails at work. */
let speeds: Partial<Record<EngineName, number>> = {};
let gpuAvailable = false;
/** Points from which on an engine refuses a problem, for a reason that is the problem's. */
let mostPoints: Partial<Record<EngineName, number>> = {};
let time = 0;

function timed(name: EngineName, problem: TrainingEngine['problem']): TrainingEngine {
  const milliseconds = speeds[name] ?? 0;
  return {
    name,
    problem,
    async train(steps: number) {
      if (milliseconds === 0) throw new Error(`${name} broke down`);
      time += steps * milliseconds;
      return { step: steps, dataLoss: new Float32Array(steps), parameterNorm: new Float32Array() };
    },
  } as Partial<TrainingEngine> as TrainingEngine;
}

vi.mock('../../src/engine/registry.ts', () => {
  const load = (name: EngineName) => async (): Promise<OpenEngine> => async (problem) => {
    if (speeds[name] === undefined) throw new Error(`${name} is not there`);
    if (pointCount(problem) > (mostPoints[name] ?? 1e9)) {
      const reason = refer('engines', name === 'webgpu' ? 'refusal.gpuMemory' : 'refusal.memory');
      throw new EngineUnavailable(
        name,
        name === 'wasm-parallel' ? refer('engines', 'refusal.noHelper', { reason }) : reason,
      );
    }
    return timed(name, problem);
  };
  const names: EngineName[] = ['webgpu', 'wasm', 'wasm-parallel', 'tfjs-wasm', 'tfjs-cpu'];
  return {
    engineLoaders: Object.fromEntries(names.map((name) => [name, load(name)])),
    probeGpu: async () => ({ available: gpuAvailable, software: false, description: 'a GPU' }),
  };
});

beforeEach(() => {
  speeds = { wasm: 1, 'wasm-parallel': 0.6 };
  gpuAvailable = false;
  mostPoints = {};
  vi.stubGlobal('Worker', class {});
  vi.stubGlobal('navigator', { hardwareConcurrency: 4 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const on = (engineName: EngineName): Present => ({
  engineName,
  millisecondsPerStep: speeds[engineName] ?? 0,
});

type Chooser = ReturnType<typeof createEngineChooser>;

/** Opens and times challengers until there is none left; what runs then, and what was tried on the way. */
async function settle(chooser: Chooser, from: EngineName = 'wasm', given = start) {
  const tried: EngineName[] = [];
  let present = from;
  for (let round = 0; round < 5; round++) {
    const found = await chooser.openChallenger(on(present), ...given);
    if ('reason' in found) break;
    tried.push(found.name);
    const outcome = await chooser.contest(found, present, on(present).millisecondsPerStep);
    present = outcome.winner;
    if (!outcome.another) break;
  }
  return { present, tried };
}

const chooserNow = () => createEngineChooser(() => time);

describe('left to itself', () => {
  test('a run starts on one worker, and goes over to several where they are clearly faster', async () => {
    const chooser = chooserNow();
    expect((await chooser.open('auto', ...start)).engine.name).toBe('wasm');
    expect(await settle(chooser)).toEqual({ present: 'wasm-parallel', tried: ['wasm-parallel'] });
  });

  test('it stays on one where several are hardly faster, and does not ask again', async () => {
    speeds['wasm-parallel'] = 0.9;
    const chooser = chooserNow();
    expect(await settle(chooser)).toEqual({ present: 'wasm', tried: ['wasm-parallel'] });
    expect((await settle(chooser)).tried).toEqual([]);
  });

  test('the next run of the same shape starts on one worker too, and several take over untimed', async () => {
    const chooser = chooserNow();
    await settle(chooser);
    expect((await chooser.open('auto', ...start)).engine.name).toBe('wasm');
    const before = time;
    expect((await settle(chooser)).present).toBe('wasm-parallel');
    expect(time).toBe(before);
  });

  test('a step that is over at once is not shared', async () => {
    speeds.wasm = 0.1;
    expect((await settle(chooserNow())).tried).toEqual([]);
  });

  test('nor is one point, nor anything on one core or where workers cannot have workers', async () => {
    expect((await settle(chooserNow(), 'wasm', startOn(1))).tried).toEqual([]);
    vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
    expect((await settle(chooserNow())).tried).toEqual([]);
    vi.stubGlobal('Worker', undefined);
    vi.stubGlobal('navigator', { hardwareConcurrency: 4 });
    expect((await settle(chooserNow())).tried).toEqual([]);
  });

  test('several workers have to beat a GPU that has won', async () => {
    gpuAvailable = true;
    speeds.webgpu = 0.3;
    expect(await settle(chooserNow())).toEqual({
      present: 'webgpu',
      tried: ['webgpu', 'wasm-parallel'],
    });
    speeds.webgpu = 3;
    expect((await settle(chooserNow())).present).toBe('wasm-parallel');
  });

  test('the reason says by the clock who won, and why a GPU did not take part', async () => {
    const race = async () => {
      const chooser = chooserNow();
      const found = await chooser.openChallenger(on('wasm'), ...start);
      if ('reason' in found) throw new Error('Nobody was there to race.');
      return (await chooser.contest(found, 'wasm', 1)).reason;
    };
    expect(await race()).toMatchObject({
      key: 'reason.both',
      values: {
        clock: { key: 'reason.clock', values: { winner: 'wasm-parallel' } },
        other: 'a GPU',
      },
    });
    gpuAvailable = true;
    speeds.webgpu = 0.3;
    expect(await race()).toMatchObject({ key: 'reason.clock', values: { winner: 'webgpu' } });
  });

  test('helpers that cannot be started, or break down while timed, are not asked again', async () => {
    delete speeds['wasm-parallel'];
    const without = chooserNow();
    expect(await without.openChallenger(on('wasm'), ...start)).toEqual({
      reason: 'wasm-parallel is not there',
    });
    speeds['wasm-parallel'] = 0;
    const broken = chooserNow();
    expect(await settle(broken)).toEqual({ present: 'wasm', tried: ['wasm-parallel'] });
    speeds['wasm-parallel'] = 0.5;
    expect((await settle(broken, 'wasm', startOn(500))).tried).toEqual([]);
    expect((await settle(without)).tried).toEqual([]);
  });
});

test('several workers that were asked for and cannot be had give way to one, and it says why', async () => {
  delete speeds['wasm-parallel'];
  const { engine, refusal } = await chooserNow().open('wasm-parallel', ...start);
  expect(engine.name).toBe('wasm');
  expect(refusal).toMatchObject({ key: 'refusal.notHere', values: { engine: 'wasm-parallel' } });
});

test('where only TensorFlow.js runs, its backends compete by the clock', async () => {
  speeds = { 'tfjs-wasm': 3, 'tfjs-cpu': 1 };
  const chooser = chooserNow();
  expect((await chooser.open('auto', ...start)).engine.name).toBe('tfjs-wasm');
  expect(await settle(chooser, 'tfjs-wasm')).toEqual({ present: 'tfjs-cpu', tried: ['tfjs-cpu'] });
  expect((await chooser.open('auto', ...start)).engine.name).toBe('tfjs-cpu');
  speeds = { 'tfjs-wasm': 1, 'tfjs-cpu': 3 };
  expect((await settle(chooserNow(), 'tfjs-wasm')).present).toBe('tfjs-wasm');
});

test('an engine that a problem is too large for still competes on smaller ones', async () => {
  gpuAvailable = true;
  speeds = { wasm: 1, webgpu: 0.3 };
  mostPoints = { webgpu: 400 };
  vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
  const chooser = chooserNow();
  expect(await chooser.openChallenger(on('wasm'), ...startOn(401))).toMatchObject({
    reason: { key: 'reason.gpuUnusable', values: { reason: { key: 'refusal.gpuMemory' } } },
  });
  expect(await chooser.openChallenger(on('wasm'), ...startOn(401))).toMatchObject({
    reason: { key: 'reason.gpuUnusable' },
  });
  expect(await settle(chooser)).toEqual({ present: 'webgpu', tried: ['webgpu'] });
});

test('helpers that have too little memory for a problem still share smaller ones', async () => {
  mostPoints = { 'wasm-parallel': 400 };
  const chooser = chooserNow();
  expect((await settle(chooser, 'wasm', startOn(401))).present).toBe('wasm');
  expect((await settle(chooser, 'wasm', startOn(401))).tried).toEqual([]);
  expect(await settle(chooser)).toEqual({ present: 'wasm-parallel', tried: ['wasm-parallel'] });
});

test('no rate is compared with one that was not measured', async () => {
  const chooser = chooserNow();
  const found = await chooser.openChallenger(on('wasm'), ...start);
  if ('reason' in found) throw new Error('Nobody was there to race.');
  for (const rate of [Number.POSITIVE_INFINITY, Number.NaN, 0]) {
    await expect(chooser.contest(found, 'wasm', rate)).rejects.toThrow(RangeError);
  }
  expect(await settle(chooser)).toEqual({ present: 'wasm-parallel', tried: ['wasm-parallel'] });
});

test('it is said which engine is about to be opened', async () => {
  gpuAvailable = true;
  const opening: EngineName[] = [];
  const present = { ...on('wasm'), onOpening: (name: EngineName) => opening.push(name) };
  await chooserNow().openChallenger(present, ...start);
  expect(opening).toEqual(['webgpu', 'wasm-parallel']);
});

test('an engine that failed is not opened again, until somebody asks for it anew', async () => {
  speeds.webgpu = 0.3;
  const chooser = chooserNow();
  chooser.exclude('webgpu');
  const without = await chooser.open('webgpu', ...start);
  expect(without.engine.name).toBe('wasm');
  expect(without.reason).toMatchObject({
    key: 'reason.failedEarlier',
    values: { engine: 'webgpu' },
  });
  chooser.readmit('webgpu');
  expect((await chooser.open('webgpu', ...start)).engine.name).toBe('webgpu');
  delete speeds.webgpu;
  expect((await chooser.open('webgpu', ...start)).refusal).toMatchObject({
    key: 'refusal.notHere',
    values: { engine: 'webgpu', reason: 'webgpu is not there' },
  });
});

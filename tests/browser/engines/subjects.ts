/** The engines as a browser opens them, and how much of the checks each has time for. */
import type { EngineName, OpenEngine } from '../../../src/engine/engine.ts';
import { pointCount } from '../../../src/engine/problem.ts';
import { engineLoaders } from '../../../src/engine/registry.ts';
import { type Build, builds } from '../../../src/engine/wasm/index.ts';
import type { Subject } from '../../engine/checks/index.ts';

/** `wasm` comes in two builds, of which the registry takes the better. */
export const subjectNames = [
  'wasm relaxed-simd',
  'wasm simd',
  'wasm-parallel',
  'webgpu',
  'tfjs-cpu',
  'tfjs-wasm',
  'tfjs-webgpu',
] as const;
export type SubjectName = (typeof subjectNames)[number];

/** TensorFlow.js on the emulated GPU takes a tenth of a second a step. */
const slow = { goldenSteps: 4, parity: { steps: 2, runs: 0, seed: 1 } };
const quick = { parity: { steps: 12, runs: 10, seed: 20 } };

function isBuild(name: string): name is Build {
  return (builds as readonly string[]).includes(name);
}

async function opener(name: SubjectName): Promise<OpenEngine> {
  const build = name.replace('wasm ', '');
  if (!isBuild(build)) return engineLoaders[name as EngineName]();
  return (await import('../../../src/engine/wasm/index.ts')).openWasmBuild(build);
}

export async function subject(name: SubjectName): Promise<Subject> {
  const open = await opener(name);
  switch (name) {
    case 'tfjs-webgpu':
      return { open, ...slow };
    case 'webgpu':
      return { open, parity: { steps: 8, runs: 4, seed: 20 } };
    case 'wasm-parallel':
      // A tile of four points is not shared out.
      return {
        open,
        parity: { ...quick.parity, refuses: ({ problem }) => pointCount(problem) <= 4 },
      };
    default:
      return { open, ...quick };
  }
}

/** Whom the engine is compared with: TensorFlow.js on another backend than its own. */
export function yardstick(name: SubjectName): Promise<OpenEngine> {
  return engineLoaders[name === 'tfjs-cpu' ? 'tfjs-wasm' : 'tfjs-cpu']();
}

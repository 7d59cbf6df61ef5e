/** Everybody who takes part, by name. Each is opened in a worker of its own. */
import type { OpenContender } from './contender.ts';

/** Contenders are compared with others of their kind only. */
export type Kind = 'cpu' | 'gpu';

export interface Entry {
  readonly kind: Kind;
  /** What it is, for the table. */
  readonly title: string;
  load(): Promise<OpenContender>;
}

const engine = async (name: 'wasm' | 'wasm-parallel' | 'webgpu' | 'tfjs-wasm' | 'tfjs-webgpu') =>
  (await import('./engine.ts')).engineContender(name);
const tfjs = async (backend: 'wasm' | 'cpu' | 'webgpu') =>
  (await import('./stock-tfjs.ts')).stockTfjs(backend);
const jax = async (device: 'wasm' | 'webgpu') => (await import('./jax-js.ts')).jaxJs(device);

export const entries = {
  wasm: { kind: 'cpu', title: '**wasm**', load: () => engine('wasm') },
  'wasm-parallel': {
    kind: 'cpu',
    title: '**wasm on several cores**',
    load: () => engine('wasm-parallel'),
  },
  'tfjs-wasm': { kind: 'cpu', title: 'tfjs wasm, stock step', load: () => tfjs('wasm') },
  'flat-tfjs-wasm': {
    kind: 'cpu',
    title: 'tfjs wasm, our flat step',
    load: () => engine('tfjs-wasm'),
  },
  'tfjs-cpu': { kind: 'cpu', title: 'tfjs cpu, stock step', load: () => tfjs('cpu') },
  'jax-wasm': { kind: 'cpu', title: 'jax-js wasm', load: () => jax('wasm') },
  'node-link': {
    kind: 'cpu',
    title: 'plain JavaScript, nodes and links',
    load: async () => (await import('./node-link.ts')).nodeLink,
  },
  webgpu: { kind: 'gpu', title: '**webgpu**', load: () => engine('webgpu') },
  'tfjs-webgpu': { kind: 'gpu', title: 'tfjs webgpu, stock step', load: () => tfjs('webgpu') },
  'flat-tfjs-webgpu': {
    kind: 'gpu',
    title: 'tfjs webgpu, our flat step',
    load: () => engine('tfjs-webgpu'),
  },
  'jax-webgpu': { kind: 'gpu', title: 'jax-js webgpu', load: () => jax('webgpu') },
} as const satisfies Record<string, Entry>;

export type EntryName = keyof typeof entries;
export const entryNames = Object.keys(entries) as EntryName[];

export function isEntryName(name: string): name is EntryName {
  return Object.hasOwn(entries, name);
}

/** What the training worker tells its helpers, and what they tell it. Gradients go through ports of their own. */
import type { ReferenceValue } from '../../messages/reference.ts';
import type { TrainingState } from '../engine.ts';
import type { Optimisation, Problem } from '../problem.ts';
import type { Build } from '../wasm/index.ts';
import type { Shard } from './shards.ts';

/** Everything a helper needs to become a replica. */
export interface Assignment {
  /** The same for all: two builds round differently. */
  readonly build: Build;
  readonly problem: Problem;
  readonly optimisation: Optimisation;
  readonly state: TrainingState;
  /** From 1; the training worker itself is 0. */
  readonly rank: number;
  readonly replicas: number;
  readonly shard: Shard;
  /** To every other replica, in the order of ranks; our own is left out. */
  readonly ports: readonly MessagePort[];
}

export type ToHelper =
  | { readonly kind: 'open'; readonly assignment: Assignment }
  | { readonly kind: 'train'; readonly steps: number }
  | { readonly kind: 'optimise'; readonly optimisation: Optimisation }
  | { readonly kind: 'load'; readonly state: TrainingState };

/** `started`: its code runs. `ready`: it is a replica now. */
export type FromHelper =
  | { readonly kind: 'started' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: ReferenceValue };

/** As much of a worker as is used here, so that tests can do without one. */
export interface Helper {
  postMessage(message: ToHelper, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<FromHelper>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** A helper's own end. */
export interface HelperScope {
  postMessage(message: FromHelper): void;
  onmessage: ((event: MessageEvent<ToHelper>) => void) | null;
}

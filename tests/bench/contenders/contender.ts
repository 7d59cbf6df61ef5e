import type { Task } from '../sizes.ts';

/** One way of training the network; what it runs on is its own business. */
export interface Contender {
  /** What it runs on, for people. */
  readonly device: string;
  /** Runs full-batch steps of Adam with the L2 term, and resolves when the last one is done. */
  train(steps: number): Promise<void>;
  /** Weights and biases, in the layout of `parameterLayout`. */
  parameters(): Promise<Float32Array>;
}

/** Opens a contender on a task; throws an Error that says why where it cannot. */
export type OpenContender = (task: Task) => Promise<Contender>;

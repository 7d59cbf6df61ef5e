/**
 * What an engine is asked to minimise, and how. Everything here is plain data, so that it can
 * be posted to a worker and replayed by every engine.
 *
 * The network is h₀ = x; h_ℓ = relu(h_{ℓ−1} W_ℓ + b_ℓ) for ℓ < L; output = h_{L−1} W_L + b_L,
 * and the objective is J(θ) = data loss + c·‖θ‖², where θ holds all weights *and* biases.
 */

/** `cross-entropy`: mean over points of the softmax cross-entropy. `mse`: mean over points of the squared error, summed over outputs. */
export type Loss = 'cross-entropy' | 'mse';

export interface Problem {
  /** Layer sizes [inputs, width, …, width, outputs]; the depth L is `dims.length - 1`. */
  readonly dims: readonly number[];
  readonly loss: Loss;
  /** [N, inputs], row-major. */
  readonly inputs: Float32Array;
  /** [N, outputs], row-major; one-hot rows for cross-entropy. */
  readonly targets: Float32Array;
}

export type LearningRateSchedule = 'constant' | 'drop' | 'cosine';

/** How a problem is minimised: Adam (β₁ .9, β₂ .999, ε 1e-8 outside the root). All of it may change during a run. */
export interface Optimisation {
  readonly learningRate: number;
  readonly schedule: LearningRateSchedule;
  /** The step at which the schedule ends; training may go on beyond it at the last rate. */
  readonly stepBudget: number;
  /** The coefficient c of ‖θ‖² in the objective, already divided by L where the ridge is scaled so. */
  readonly ridge: number;
  /** The share of `ridge` in force until the warm-up ends; 1 means no warm-up. */
  readonly warmUpShare: number;
  /** The warm-up ends once the data loss is below this. */
  readonly warmUpLoss: number;
  /** Steps over which the ridge then rises linearly to its full value. */
  readonly rampSteps: number;
  /** Largest global norm of the data-loss gradient, applied before the ridge is added; 0 means no clipping. */
  readonly clipNorm: number;
}

export const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** Number of points N of a problem. */
export function pointCount(problem: Problem): number {
  return problem.inputs.length / problem.dims[0];
}

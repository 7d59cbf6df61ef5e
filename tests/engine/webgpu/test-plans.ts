/** Plans that between them use every kernel, every kind of tile and partly filled tiles. */
import {
  hardwarePlans,
  type Plan,
  sharingPlans,
  softwarePlans,
} from '../../../src/engine/webgpu/plan.ts';

export const testPlans: readonly Plan[] = [
  ...softwarePlans,
  // Tiles of 16 and of 20 columns.
  sharingPlans(16)[0],
  sharingPlans(25)[0],
  ...hardwarePlans.filter(({ variant, rows }) => rows === (variant === 'layerwise' ? 4 : 2)),
];

/** The plan that compiles fastest, for tests that are not about arithmetic. */
export const quickPlan: Plan = testPlans[testPlans.length - 1];

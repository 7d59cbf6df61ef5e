/** Plans that between them use every kernel, every kind of tile and partly filled tiles. */
import { hardwarePlans, type Plan, softwarePlans } from '../../../src/engine/webgpu/plan.ts';

export const testPlans: readonly Plan[] = [
  ...softwarePlans,
  ...hardwarePlans.filter(({ variant, rows }) => rows === (variant === 'layerwise' ? 4 : 2)),
];

/** The plan that compiles fastest, for tests that are not about arithmetic. */
export const quickPlan: Plan = testPlans[testPlans.length - 1];

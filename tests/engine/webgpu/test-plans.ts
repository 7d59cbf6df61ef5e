/** Plans that between them use every kernel, every kind of tile and partly filled tiles. */
import { hardwarePlans, type Plan, softwarePlans } from '../../../src/engine/webgpu/plan.ts';

export const testPlans: readonly Plan[] = [
  ...softwarePlans,
  ...hardwarePlans.filter(({ rows, quads }) => rows <= 4 && quads === 1),
];

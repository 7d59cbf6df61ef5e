/** Finds the fastest plan by trying each on the problem at hand, once per visit and kind of shape. */
import type { Problem } from '../problem.ts';
import { pointCount } from '../problem.ts';
import type { Gpu } from './gpu.ts';
import { paddedLayout } from './layout.ts';
import { hardwarePlans, type Plan, sharingPlans, softwarePlans } from './plan.ts';
import type { FusedTraining } from './training.ts';

/** No plan is tried for much longer than this, in ms. */
const trialTime = 25;
const mostTrialSteps = 16;

const chosen = new Map<string, Plan>();

/**
 * Depth is left out: every plan takes time in proportion to it. Widths and numbers of points
 * count by the powers of two they lie between.
 */
function shapeKey(gpu: Gpu, problem: Problem): string {
  const { vendor, architecture, device } = gpu.adapterInfo;
  const octave = (size: number) => Math.ceil(Math.log2(size));
  const width = Math.max(...problem.dims.slice(1, -1), 1);
  return [
    vendor,
    architecture,
    device,
    gpu.description,
    octave(width),
    octave(pointCount(problem)),
  ].join('|');
}

/** The plan to open with: the one found before, or a safe guess. */
export function firstPlan(gpu: Gpu, problem: Problem): Plan {
  return chosen.get(shapeKey(gpu, problem)) ?? candidates(gpu, problem)[0];
}

/**
 * Times a few steps under each plan, leaves the engine on the fastest one, and remembers it.
 * The engine's state moves on; the caller loads it again.
 */
export async function tune(gpu: Gpu, engine: FusedTraining): Promise<void> {
  const key = shapeKey(gpu, engine.problem);
  if (chosen.has(key)) return;
  let best: Plan | undefined;
  let bestTime = Number.POSITIVE_INFINITY;
  for (const plan of candidates(gpu, engine.problem)) {
    await engine.adoptPlan(plan);
    const time = await timeSteps(engine, bestTime);
    if (time < bestTime) {
      best = plan;
      bestTime = time;
    }
  }
  if (best === undefined) return;
  chosen.set(key, best);
  await engine.adoptPlan(best);
}

/** ms per step; the first one warms up, and a plan that is hopeless there is not tried further. */
async function timeSteps(engine: FusedTraining, toBeat: number): Promise<number> {
  const run = async (steps: number) => {
    const start = performance.now();
    await engine.train(steps);
    return (performance.now() - start) / steps;
  };
  const first = await run(1);
  if (first > 4 * toBeat) return first;
  const second = await run(1);
  const steps = Math.min(mostTrialSteps, Math.floor(trialTime / second));
  return steps > 1 ? run(steps) : Math.min(first, second);
}

function candidates(gpu: Gpu, { dims }: Problem): readonly Plan[] {
  if (!gpu.software) return hardwarePlans;
  if (!gpu.device.features.has('subgroups')) return softwarePlans;
  return sharingPlans(Math.max(...paddedLayout(dims).map(({ outputQuads }) => outputQuads)));
}

/** Finds the fastest plan by trying each on the problem at hand, once per visit and kind of shape. */
import type { OpenEngine } from '../engine.ts';
import type { Problem } from '../problem.ts';
import { pointCount } from '../problem.ts';
import { EngineLost } from './faults.ts';
import type { Gpu } from './gpu.ts';
import { paddedLayout } from './layout.ts';
import { hardwarePlans, type Plan, sharingPlans, softwarePlans } from './plan.ts';
import { FusedTraining } from './training.ts';

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

/**
 * Opens the engine under the fastest plan: the one found before in this visit, or after a trial of
 * each. Plans whose kernels this device cannot compile are passed over.
 * @throws EngineLost if the device fails, the compiler's error if no plan compiles
 */
export async function openTuned(
  gpu: Gpu,
  ...[problem, optimisation, state]: Parameters<OpenEngine>
): Promise<FusedTraining> {
  const key = shapeKey(gpu, problem);
  const known = chosen.get(key);
  const plans = known ? [known] : candidates(gpu, problem);
  const { plan, opened: engine } = await firstToCompile(plans, (plan) =>
    FusedTraining.open(gpu, problem, optimisation, state, plan),
  );
  if (known) return engine;
  try {
    const rest = plans.slice(plans.indexOf(plan));
    const best = await fastestPlan(rest, async (plan, toBeat) => {
      await engine.adoptPlan(plan);
      return timeSteps(engine, toBeat);
    });
    chosen.set(key, best);
    await engine.adoptPlan(best);
    await engine.load(state);
    return engine;
  } catch (error) {
    engine.dispose();
    throw error;
  }
}

async function firstToCompile<T>(
  plans: readonly Plan[],
  open: (plan: Plan) => Promise<T>,
): Promise<{ plan: Plan; opened: T }> {
  let refusal: unknown;
  for (const plan of plans) {
    try {
      return { plan, opened: await open(plan) };
    } catch (error) {
      if (error instanceof EngineLost) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/**
 * The plan that takes least time; those that cannot be tried are passed over.
 * @param time ms per step under a plan, given the least so far
 * @throws EngineLost if the device fails, the last refusal if no plan could be tried
 */
export async function fastestPlan(
  plans: readonly Plan[],
  time: (plan: Plan, toBeat: number) => Promise<number>,
): Promise<Plan> {
  let best: Plan | undefined;
  let bestTime = Number.POSITIVE_INFINITY;
  let refusal: unknown;
  for (const plan of plans) {
    try {
      const needed = await time(plan, bestTime);
      if (best !== undefined && needed >= bestTime) continue;
      best = plan;
      bestTime = needed;
    } catch (error) {
      if (error instanceof EngineLost) throw error;
      refusal = error;
    }
  }
  if (best === undefined) throw refusal;
  return best;
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

/** The plans to be tried on a device, the safest guess first. */
export function candidates(
  { software, device, adapterInfo }: Pick<Gpu, 'software' | 'device' | 'adapterInfo'>,
  { dims }: Problem,
): readonly Plan[] {
  if (!software) return hardwarePlans;
  // Other drivers may number the invocations of a quad as they please; see `Plan.sharing`.
  const inOrder = adapterInfo.architecture === 'swiftshader';
  if (!inOrder || !device.features.has('subgroups')) return softwarePlans;
  return sharingPlans(Math.max(...paddedLayout(dims).map(({ outputQuads }) => outputQuads)));
}

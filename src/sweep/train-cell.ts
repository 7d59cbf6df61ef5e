/** Trains one network to the end of its budget, or until it has settled. */
import { bottleneckRank } from '../analysis/ranks/index.ts';
import { dropAt, type TrainingEngine, warmingUp } from '../engine/index.ts';
import type { Optimisation } from '../engine/problem.ts';
import { hasSettled, type Look, type SettleRule } from './settle.ts';

export interface CellTraining {
  readonly steps: number;
  readonly threshold: number;
  readonly optimisation: Optimisation;
  readonly settle: SettleRule | undefined;
  /** As it was last seen, for a run whose budget is spent already. */
  readonly dataLoss: number;
  /** Called between two slices; whatever it throws ends the training. */
  readonly between: () => Promise<void>;
}

export interface Trained {
  readonly steps: number;
  readonly dataLoss: number;
  readonly settled: boolean;
}

/** Steps between two looks at a network that may have settled. */
const lookEvery = 250;
/** Steps at a time: seldom more than a few tenths of a second, so that a pause is soon obeyed. */
export const slice = 25;

/**
 * Trains until the budget is spent, the loss is no longer finite, or the rule says that the run
 * has settled. A settled run has its learning rate dropped at once, as the end of the budget
 * would have done, because a total loss under full steps of Adam is still a little unquiet.
 */
export async function trainCell(
  engine: TrainingEngine,
  { steps: budget, threshold, optimisation, settle, between, ...training }: CellTraining,
): Promise<Trained> {
  const looks: Look[] = [];
  let { step } = await engine.save();
  let { dataLoss } = training;
  let end = budget;
  let lookAt = step + lookEvery;
  let settled = false;
  while (step < end) {
    await between();
    const record = await engine.train(Math.min(slice, end - step));
    step = record.step;
    dataLoss = record.dataLoss[record.dataLoss.length - 1];
    if (!Number.isFinite(dataLoss)) break;
    if (settle === undefined || settled || step < lookAt) continue;
    lookAt = step + lookEvery;
    if (!(await underFullRidge(engine, optimisation))) continue;
    const { rank } = bottleneckRank(await engine.spectra({ centred: true }), threshold);
    const norm = record.parameterNorm[record.parameterNorm.length - 1];
    looks.push({ step, bottleneckRank: rank, parameterNorm: norm });
    if (!hasSettled(looks, settle)) continue;
    settled = true;
    if (step < dropAt * budget) {
      engine.setOptimisation({ ...optimisation, stepBudget: Math.floor(step / dropAt) });
    }
    end = Math.min(end, step + settle.tail);
  }
  return { steps: step, dataLoss, settled: settled && end < budget };
}

async function underFullRidge(
  engine: TrainingEngine,
  { warmUpShare, rampSteps }: Optimisation,
): Promise<boolean> {
  if (warmUpShare === 1) return true;
  const { step, rampStart } = await engine.save();
  return rampStart !== warmingUp && step - rampStart >= rampSteps;
}

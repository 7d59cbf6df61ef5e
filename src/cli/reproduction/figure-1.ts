/** Figure 1 of the paper: a network of 13 layers finds the rank 4 of its teacher. */
import type { ExperimentReport } from '../run-experiment.ts';
import { forMostSeeds, sectionOf, tableOf } from './section.ts';

const k = 4;
/** Layers 5 … 9 of 13. */
const middle = (report: ExperimentReport, values: readonly (readonly number[])[]) =>
  values.slice(4, report.experiment.depth - 4);

/** Singular values of W above 0.9 in each middle layer. */
function passed(report: ExperimentReport): number[] {
  return middle(report, report.weightSingularValues).map(
    (values) => values.filter((value) => value > 0.9).length,
  );
}

/** The largest of the other singular values in the middle layers. */
function rest(report: ExperimentReport): number {
  const others = middle(report, report.weightSingularValues).map(
    (values) => values.find((value) => value <= 0.9) ?? 0,
  );
  return Math.max(...others);
}

/** The largest nonlinearity ratio in the middle layers. */
function cutOff({ findings, experiment }: ExperimentReport): number {
  if (findings.kind !== 'teacher') return Number.NaN;
  return Math.max(...findings.nonlinearity.slice(4, experiment.depth - 4));
}

const errors = ({ findings }: ExperimentReport) =>
  findings.kind === 'teacher'
    ? [findings.trainingError.toFixed(3), findings.testError.toFixed(3)]
    : ['–', '–'];

export const figure1 = sectionOf([{ task: 'rank-recovery' }], ([runs]) => ({
  title: 'Figure 1: rank recovery',
  about: `A teacher R⁵⁰ → R⁴ → R⁵⁰: two random networks with one hidden layer of 30 ReLUs each, the four latent coordinates scaled to mean 0 and variance 1, the outputs to mean 0 and variances that sum to 1. L = 13, width 100, N = 500, (λ/L)‖θ‖² with λ = 0.05. The middle layers are 5 … 9. The paper shows four singular values of W at 1.2–1.4 there, the rest at 0.02–0.12, a nonlinearity ratio of 0 and ‖θ‖²/L ≈ 6; its teacher and its scale are not stated.`,
  claims: [
    forMostSeeds(
      'Middle layers have 4 or 5 singular values of W above 0.9 and the next below 0.12',
      runs,
      (run) => passed(run).every((count) => count === k || count === k + 1) && rest(run) < 0.12,
    ),
    forMostSeeds(
      'The nonlinearity ratio in the middle is below 0.02',
      runs,
      (run) => cutOff(run) < 0.02,
    ),
    {
      claim: 'No run collapses to zero',
      found: `${runs.filter(({ collapsed }) => collapsed).length} of ${runs.length}`,
      holds: runs.every(({ collapsed }) => !collapsed),
    },
  ],
  tables: [
    tableOf(
      [
        'seed',
        'sᵢ(W) > 0.9 in layers 5 … 9',
        'next largest',
        'nonlinearity',
        'rank of Z',
        '‖θ‖²/L',
        'training error',
        'test error',
        'total loss',
      ],
      runs.map((run) => [
        run.experiment.seed,
        passed(run).join(' '),
        rest(run).toFixed(3),
        cutOff(run).toFixed(4),
        run.bottleneckRank.rank,
        run.normPerLayer.toFixed(2),
        ...errors(run),
        run.totalLoss.toFixed(4),
      ]),
    ),
  ],
}));

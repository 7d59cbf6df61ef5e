/** Figure 1 of the paper: a network of 13 layers finds the rank 4 of its teacher. */
import type { ExperimentReport } from '../run-experiment.ts';
import { tableOf } from './markdown.ts';
import { forMostSeeds, sectionOf, withoutCollapse } from './section.ts';

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

export const figure1 = sectionOf({
  title: 'Figure 1: rank recovery',
  settings: [{ task: 'rank-recovery' }],
  conclude: ([runs]) => ({
    about:
      'A teacher R⁵⁰ → R⁴ → R⁵⁰, another one for each seed: two random networks with one hidden layer of 30 ReLUs each, the four latent coordinates scaled to mean 0 and variance 1, the outputs to mean 0 and variances that sum to 1. The loss is the mean squared error, summed over outputs. The middle layers are 5 … 9 of 13. The paper has the same L, width, N, λ/L with λ = 0.05 and rank; its teacher and its scale are not stated, and a larger teacher asks for a larger ‖θ‖²/L.',
    claims: [
      forMostSeeds(
        {
          claim: 'Middle layers have 4 or 5 singular values of W above 0.9 and the next below 0.12',
          paper: 'four at 1.2–1.4, the rest at 0.02–0.12',
        },
        runs,
        (run) => passed(run).every((count) => count === k || count === k + 1) && rest(run) < 0.12,
      ),
      forMostSeeds(
        {
          claim: 'The nonlinearity ratio in the middle is below 0.02',
          paper: '0 in layers 2 … 10',
        },
        runs,
        (run) => cutOff(run) < 0.02,
      ),
      withoutCollapse('No run collapses to zero', runs),
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
        [
          ['**the paper**', '4 4 4 4 4', '0.02–0.12', 0, 'about 4', 'about 6', '–', '–', '–'],
          ...runs.map((run) => [
            run.experiment.seed,
            passed(run).join(' '),
            rest(run).toFixed(3),
            cutOff(run).toFixed(4),
            run.bottleneckRank.rank,
            run.normPerLayer.toFixed(2),
            ...errors(run),
            run.totalLoss.toFixed(4),
          ]),
        ],
      ),
    ],
  }),
});

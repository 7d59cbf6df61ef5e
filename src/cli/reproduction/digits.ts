/** Figure 3 (A) of the paper: a deep autoencoder takes the noise off digits. */
import type { ExperimentReport } from '../run-experiment.ts';
import { forMostSeeds, sectionOf, tableOf } from './section.ts';

const depths = [2, 5];

const left = ({ findings }: ExperimentReport) =>
  findings.kind === 'digits' ? findings.errorRatio : Number.NaN;

export const digitsSection = sectionOf(
  depths.map((depth) => ({ data: 'digits' as const, depth })),
  ([shallow, deep]) => ({
    title: 'Figure 3 (A): denoising digits',
    about: `MNIST digits averaged to 14 × 14 pixels, of which ${deep[0]?.experiment.points ?? 0} are trained on and 200 are held out. Noise of standard deviation ${deep[0]?.experiment.probeNoise ?? 0} is added to every pixel of the latter (ink is 1); the table says which share of its distance to the clean digit is left after the network.`,
    claims: [
      forMostSeeds('At L = 5 at most half of the error is left', deep, (run) => left(run) <= 0.5),
      {
        claim: 'At L = 2 more is left than at L = 5, for every seed',
        found: shallow.map((run, i) => (left(run) / left(deep[i])).toFixed(2)).join(', '),
        holds: shallow.every((run, i) => left(run) > left(deep[i])),
      },
    ],
    tables: [
      tableOf(
        ['L', 'error left', 'bottleneck rank', '‖θ‖²/L', 'data loss'],
        [shallow, deep].map((runs, i) => [
          depths[i],
          runs.map((run) => left(run).toFixed(3)).join(', '),
          runs.map((run) => run.bottleneckRank.rank).join(', '),
          runs.map((run) => run.normPerLayer.toFixed(1)).join(', '),
          runs.map((run) => run.dataLoss.toFixed(3)).join(', '),
        ]),
      ),
    ],
  }),
);

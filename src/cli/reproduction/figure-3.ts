/** Figure 3 (B, C) of the paper: a deep autoencoder projects the plane onto its curve. */
import type { ExperimentReport } from '../run-experiment.ts';
import { forMostSeeds, sectionOf, tableOf } from './section.ts';

const depths = [2, 3, 4, 6, 8];

function ratio({ findings }: ExperimentReport): number {
  return findings.kind === 'curve' ? findings.distanceAfter / findings.distanceBefore : Number.NaN;
}

export const curveSection = sectionOf(
  depths.map((depth) => ({
    data: 'paper-curve' as const,
    depth,
    lambda: 1e-4,
    ridge: 'undivided' as const,
  })),
  (runs) => {
    const at = (depth: number) => runs[depths.indexOf(depth)];
    return {
      title: 'Figure 3 (B, C): an autoencoder on a curve',
      about:
        'The paper’s curve, 300 points, width 50, squared error + 10⁻⁴‖θ‖². Inputs drawn evenly from [−1, 1]²; their mean distance to the curve after the network as a share of that before. In the paper they land on the curve at L = 6 and barely move at L = 2.',
      claims: [
        forMostSeeds('The ratio at L = 6 is at most 0.05', at(6), (run) => ratio(run) <= 0.05),
        forMostSeeds('The ratio at L = 2 is at least 0.25', at(2), (run) => ratio(run) >= 0.25),
      ],
      tables: [
        tableOf(
          ['L', 'distance after / before', 'bottleneck rank', 'total loss'],
          depths.map((depth) => [
            depth,
            at(depth)
              .map((run) => ratio(run).toFixed(3))
              .join(', '),
            at(depth)
              .map((run) => run.bottleneckRank.rank)
              .join(', '),
            at(depth)
              .map((run) => run.totalLoss.toFixed(4))
              .join(', '),
          ]),
        ),
      ],
    };
  },
);

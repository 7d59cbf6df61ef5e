/** Figure 3 (B, C) of the paper: a deep autoencoder projects the plane onto its curve. */
import type { ExperimentReport } from '../run-experiment.ts';
import { tableOf } from './markdown.ts';
import { eachSeed, forMostSeeds, sectionOf } from './section.ts';

const depths = [2, 3, 4, 6, 8];
/** What the paper's pictures show; it gives no numbers. */
const shown: Readonly<Record<number, string>> = {
  2: 'they barely move',
  6: 'they land on the curve',
};

function ratio({ findings }: ExperimentReport): number {
  return findings.kind === 'curve' ? findings.distanceAfter / findings.distanceBefore : Number.NaN;
}

export const curveSection = sectionOf({
  title: 'Figure 3 (B, C): an autoencoder on a curve',
  settings: depths.map((depth) => ({
    data: 'paper-curve' as const,
    depth,
    lambda: 1e-4,
    ridge: 'undivided' as const,
  })),
  conclude: (runs) => {
    const at = (depth: number) => runs[depths.indexOf(depth)];
    return {
      about:
        'The paper’s curve, squared error summed over both coordinates, mean over the points, + 10⁻⁴‖θ‖² as in the paper. Inputs drawn evenly from [−1, 1]²; their mean distance to the curve after the network as a share of that before.',
      claims: [
        forMostSeeds(
          { claim: 'The ratio at L = 6 is at most 0.05', paper: `${shown[6]}, no number` },
          at(6),
          (run) => ratio(run) <= 0.05,
        ),
        forMostSeeds(
          { claim: 'The ratio at L = 2 is at least 0.25', paper: `${shown[2]}, no number` },
          at(2),
          (run) => ratio(run) >= 0.25,
        ),
      ],
      tables: [
        tableOf(
          ['L', 'the paper', 'distance after / before', 'bottleneck rank', 'total loss'],
          depths.map((depth) => [
            depth,
            shown[depth] ?? 'not shown',
            eachSeed(at(depth), (run) => ratio(run).toFixed(3)),
            eachSeed(at(depth), (run) => run.bottleneckRank.rank),
            eachSeed(at(depth), (run) => run.totalLoss.toFixed(5)),
          ]),
        ),
      ],
    };
  },
});

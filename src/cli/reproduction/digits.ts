/** Figure 3 (A) of the paper: a deep autoencoder takes the noise off digits. */
import type { Choices } from '../../experiment/index.ts';
import type { ExperimentReport } from '../run-experiment.ts';
import { tableOf } from './markdown.ts';
import { type Claim, eachSeed, forMostSeeds, sectionOf } from './section.ts';

const depths = [2, 5];
/** The page's own ridge, which is divided by L and so differs between the depths, and the paper's, which does not. */
const ridges: readonly Choices[] = [{}, { lambda: 1e-4, ridge: 'undivided' }];

/** What the paper's figure shows. */
const shown: Readonly<Record<number, string>> = { 5: 'denoised outputs, no number' };
const inThePaper = (depth: number) => shown[depth] ?? 'not shown';

const left = ({ findings }: ExperimentReport) =>
  findings.kind === 'digits' ? findings.errorRatio : Number.NaN;

export const digitsSection = sectionOf({
  title: 'Figure 3 (A): denoising digits',
  settings: ridges.flatMap((ridge) =>
    depths.map((depth): Choices => ({ data: 'digits', depth, ...ridge })),
  ),
  conclude: ([shallow, deep, shallowAlike, deepAlike]) => ({
    about: `MNIST digits averaged to 14 × 14 pixels, of which ${deep[0].experiment.points} are trained on and 200 are held out; squared error summed over pixels, mean over the digits. Noise of standard deviation ${deep[0].experiment.probeNoise} is added to every pixel of the held-out ones (ink is 1); the tables say which share of its distance to the clean digit is left after the network. The paper shows MNIST at L = 5 with 10⁻⁴‖θ‖²; its width, number of digits, noise and the scale of its loss are not stated. The page’s default is λ/L with λ = ${deep[0].experiment.lambda}, twenty times that at L = 5 and fifty times at L = 2, so that the first comparison of depths is also one of penalties; the rows under 10⁻⁴‖θ‖² compare the depths at one penalty, the paper’s.`,
    claims: [
      forMostSeeds(
        {
          claim: 'At L = 5 at most half of the error is left, the page’s penalty',
          paper: inThePaper(5),
        },
        deep,
        (run) => left(run) <= 0.5,
      ),
      moreIsLeft('the page’s penalty', shallow, deep),
      forMostSeeds(
        { claim: 'At L = 5 at most half of the error is left, 10⁻⁴‖θ‖²', paper: inThePaper(5) },
        deepAlike,
        (run) => left(run) <= 0.5,
      ),
      moreIsLeft('10⁻⁴‖θ‖² at both', shallowAlike, deepAlike),
    ],
    tables: [
      tableOf(
        ['L', 'penalty', 'the paper', 'error left', 'bottleneck rank', '‖θ‖²/L', 'data loss'],
        [shallow, deep, shallowAlike, deepAlike].map((runs, i) => [
          depths[i % 2],
          i < 2 ? `${runs[0].experiment.lambda}/L ‖θ‖²` : '10⁻⁴‖θ‖²',
          inThePaper(depths[i % 2]),
          eachSeed(runs, (run) => left(run).toFixed(3)),
          eachSeed(runs, (run) => run.bottleneckRank.rank),
          eachSeed(runs, (run) => run.normPerLayer.toFixed(1)),
          eachSeed(runs, (run) => run.dataLoss.toFixed(3)),
        ]),
      ),
    ],
  }),
});

function moreIsLeft(
  penalty: string,
  shallow: readonly ExperimentReport[],
  deep: readonly ExperimentReport[],
): Claim {
  const times = shallow.map((run, i) => left(run) / left(deep[i]));
  return {
    claim: `At L = 2 more is left than at L = 5, ${penalty}, for every seed`,
    paper: 'L = 2 not shown',
    found: `${times.map((ratio) => ratio.toFixed(2)).join(', ')} times as much`,
    holds: times.every((ratio) => ratio > 1),
  };
}

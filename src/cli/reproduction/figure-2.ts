/** Figure 2 of the paper: deep classifiers have no tripoints. */
import type { Choices } from '../../experiment/index.ts';
import type { ExperimentReport } from '../run-experiment.ts';
import { tableOf } from './markdown.ts';
import { eachSeed, forMostSeeds, sectionOf, withoutCollapse } from './section.ts';

const depths = [2, 3, 4, 5, 6, 9, 13, 20];
const lambdas = [0, 1e-3];
const classCount = 4;

const settings = lambdas.flatMap((lambda) =>
  depths.map((depth): Choices => ({ data: 'paper-s', depth, lambda, ridge: 'undivided' })),
);

/** What the paper's figure shows; it has these two depths. */
const shown: Readonly<Record<number, string>> = { 2: 'three tripoints', 9: 'none, four bands' };
const inThePaper = (depth: number) => shown[depth] ?? 'not shown';

/** How many places there are where three classes meet; NaN where nothing can be said. */
export const tripoints = ({ findings }: ExperimentReport) =>
  findings.kind === 'classes' ? findings.tripoints.length : Number.NaN;
/** Whether all classes lie side by side. A collapsed run knows one class only, so it has no tripoints either. */
const isBands = ({ findings, collapsed }: ExperimentReport) =>
  findings.kind === 'classes' &&
  !collapsed &&
  findings.tripoints.length === 0 &&
  findings.bands?.length === classCount;

export const figure2 = sectionOf({
  title: 'Figure 2: classification',
  settings,
  conclude: (runs) => {
    const at = (lambda: number, depth: number) =>
      runs[lambdas.indexOf(lambda) * depths.length + depths.indexOf(depth)];
    return {
      about:
        'The paper’s 39 points, cross-entropy, the penalty not divided by L, as in the paper. The page’s recipe trains several starts for a moment and goes on with the cheapest (with λ = 0 there is nothing to choose by, and it trains one). The paper’s start, steps and width are not stated.',
      claims: [
        ...lambdas.map((lambda) =>
          forMostSeeds(
            { claim: `Three tripoints at L = 2, λ = ${lambda}`, paper: inThePaper(2) },
            at(lambda, 2),
            (run) => tripoints(run) === 3,
          ),
        ),
        ...lambdas.flatMap((lambda) =>
          depths
            .filter((depth) => depth >= 9)
            .map((depth) =>
              forMostSeeds(
                {
                  claim: `No tripoints and a path of classes at L = ${depth}, λ = ${lambda}`,
                  paper: inThePaper(depth),
                },
                at(lambda, depth),
                isBands,
              ),
            ),
        ),
        withoutCollapse('No run of the page’s recipe collapses to zero', runs.flat()),
      ],
      tables: [
        tableOf(
          [
            'L',
            'tripoints in the paper, either λ',
            ...lambdas.flatMap((lambda) => [
              `tripoints, λ = ${lambda}`,
              `runs with bands, λ = ${lambda}`,
            ]),
            'total loss, λ = 0.001',
            '‖θ‖²/L, λ = 0.001',
          ],
          depths.map((depth) => [
            depth,
            inThePaper(depth),
            ...lambdas.flatMap((lambda) => [
              eachSeed(at(lambda, depth), tripoints),
              at(lambda, depth).filter(isBands).length,
            ]),
            eachSeed(at(1e-3, depth), ({ totalLoss }) => totalLoss.toFixed(4)),
            eachSeed(at(1e-3, depth), ({ normPerLayer }) => normPerLayer.toFixed(2)),
          ]),
        ),
      ],
    };
  },
});

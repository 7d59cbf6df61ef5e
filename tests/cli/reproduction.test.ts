import { describe, expect, it } from 'vitest';
import type { Findings } from '../../src/cli/findings.ts';
import { main } from '../../src/cli/reproduce.ts';
import { figure1 } from '../../src/cli/reproduction/figure-1.ts';
import { figure2 } from '../../src/cli/reproduction/figure-2.ts';
import { curveSection } from '../../src/cli/reproduction/figure-3.ts';
import { forMostSeeds, tableOf } from '../../src/cli/reproduction/section.ts';
import type { ExperimentReport } from '../../src/cli/run-experiment.ts';
import { completeExperiment, parseQuery } from '../../src/experiment/index.ts';

/** A report on a query as if it had been run. */
function report(
  query: string,
  findings: Findings,
  weights: readonly number[] = [],
): ExperimentReport {
  const { choices, notices } = parseQuery(query);
  expect(notices).toEqual([]);
  const experiment = completeExperiment(choices);
  const layers = Array.from({ length: experiment.depth }, () => weights);
  return {
    experiment,
    engine: 'wasm',
    device: '',
    step: experiment.steps,
    stepsPerSecond: 1,
    diverged: false,
    collapsed: false,
    dataLoss: 0,
    totalLoss: 0,
    normPerLayer: 6,
    bottleneckRank: { rank: 4, layer: 5 },
    ranks: [],
    weightSingularValues: layers,
    activationSingularValues: layers,
    findings,
  };
}

const seeds = [0, 1, 2, 3, 4];

describe('the verdict on Figure 1', () => {
  const judge = (spectra: readonly (readonly number[])[]) =>
    figure1
      .conclude(
        seeds,
        figure1.queries(seeds).map((query, i) =>
          report(
            query,
            {
              kind: 'teacher',
              trueRank: 4,
              trainingError: 0,
              testError: 0,
              nonlinearity: new Array(13).fill(0.01),
            },
            spectra[i],
          ),
        ),
      )
      .claims.map(({ holds }) => holds);

  const good = [1.3, 1.2, 1.1, 1, 0.1];

  it('allows one seed of five to miss, and no more', () => {
    const bad = [1.3, 1.2, 1.1, 0.5];
    expect(judge([good, good, good, good, bad])).toEqual([true, true, true]);
    expect(judge([good, good, good, bad, bad])).toEqual([false, true, true]);
  });

  it('allows a fifth direction, but none in between and no sixth', () => {
    const constant = [1.3, 1.2, 1.1, 1, 0.95, 0.1];
    expect(judge([constant, constant, constant, constant, constant])[0]).toBe(true);
    const between = [1.3, 1.2, 1.1, 1, 0.5];
    expect(judge([between, between, between, between, between])[0]).toBe(false);
    const six = [1, 1, 1, 1, 1, 1];
    expect(judge([six, six, six, six, six])[0]).toBe(false);
  });
});

describe('the verdict on Figure 2', () => {
  const bandsAt20 = (bands: readonly number[] | undefined, collapsed: boolean) => {
    const { claims } = figure2.conclude(
      [0],
      figure2.queries([0]).map((query) => ({
        ...report(query, {
          kind: 'classes',
          accuracy: 1,
          tripoints: [],
          adjacency: [],
          bands,
          regions: 4,
        }),
        collapsed,
      })),
    );
    const claim = claims.find(({ claim: text }) => text.includes('L = 20, λ = 0.001'));
    return claim?.holds;
  };

  it('asks for bands of all four classes, which a collapsed run does not have', () => {
    expect(bandsAt20([0, 1, 2, 3], false)).toBe(true);
    expect(bandsAt20([0, 3, 2, 1], false)).toBe(true);
    expect(bandsAt20([0, 1, 2], false)).toBe(false);
    expect(bandsAt20([0], true)).toBe(false);
    expect(bandsAt20(undefined, false)).toBe(false);
  });
});

describe('the runs of the reproduction', () => {
  it('are links that the page understands, each with its own seed', () => {
    for (const section of [figure1, figure2, curveSection]) {
      const queries = section.queries(seeds);
      expect(new Set(queries).size).toBe(queries.length);
      for (const query of queries) expect(parseQuery(query).notices).toEqual([]);
    }
  });

  it('of Figure 3 are judged by the distance that is left', () => {
    const conclude = (after: (depth: number) => number) =>
      curveSection
        .conclude(
          [0],
          curveSection.queries([0]).map((query) => {
            const { depth } = completeExperiment(parseQuery(query).choices);
            return report(query, {
              kind: 'curve',
              distanceBefore: 0.5,
              distanceAfter: after(depth),
            });
          }),
        )
        .claims.map(({ holds }) => holds);
    expect(conclude((depth) => (depth === 6 ? 0.02 : 0.2))).toEqual([true, true]);
    expect(conclude(() => 0.05)).toEqual([false, false]);
  });
});

describe('a claim', () => {
  it('holds for four of five seeds, or for all of fewer', () => {
    const holds = (...runs: boolean[]) => forMostSeeds('', runs, (run) => run).holds;
    expect(holds(true, true, true, true, false)).toBe(true);
    expect(holds(true, true, true, false, false)).toBe(false);
    expect(holds(true, false)).toBe(false);
  });
});

describe('the command', () => {
  it('refuses what it does not understand', async () => {
    expect(await main(['--figure', '4'])).toBe(2);
    expect(await main(['--seeds', '0'])).toBe(2);
    expect(await main(['--sed', '1'])).toBe(2);
  });

  it('writes tables as Markdown', () => {
    expect(tableOf(['L', 'rank'], [[2, '3, 4']])).toBe('| L | rank |\n| --- | --- |\n| 2 | 3, 4 |');
  });
});

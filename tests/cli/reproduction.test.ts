import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/reproduce.ts';
import { digitsSection } from '../../src/cli/reproduction/digits.ts';
import { figure1 } from '../../src/cli/reproduction/figure-1.ts';
import { figure2 } from '../../src/cli/reproduction/figure-2.ts';
import { curveSection } from '../../src/cli/reproduction/figure-3.ts';
import { tableOf } from '../../src/cli/reproduction/markdown.ts';
import { forMostSeeds } from '../../src/cli/reproduction/section.ts';
import { uniformStart } from '../../src/cli/reproduction/uniform-start.ts';
import { parseQuery } from '../../src/experiment/index.ts';

const seeds = [0, 1, 2, 3, 4];

describe('the runs of the reproduction', () => {
  it('are links that the page understands, each with its own seed', () => {
    for (const section of [figure1, figure2, uniformStart, curveSection, digitsSection]) {
      const queries = section.queries(seeds);
      expect(new Set(queries).size).toBe(queries.length);
      for (const query of queries) expect(parseQuery(query).notices).toEqual([]);
    }
  });
});

describe('a claim', () => {
  it('holds for four of five seeds, or for all of fewer', () => {
    const holds = (...runs: boolean[]) =>
      forMostSeeds({ claim: '', paper: '' }, runs, (run) => run).holds;
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

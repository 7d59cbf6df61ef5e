import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completeExperiment, parseQuery } from '../../../src/experiment/index.ts';
import { cellsOf } from '../../../src/sweep/index.ts';
import { bases, designOf, firstDesign, specOf, usualSettle } from '../../../src/ui/sweep/design.ts';
import { workloadOf } from '../../../src/ui/sweep/workload.ts';

const map = {
  ...firstDesign,
  base: bases.teacher,
  depths: '2, 4, 8',
  points: '6, 20',
  seeds: '0-2',
  dataSeeds: '0, 1',
  paths: ['restarted', 'grown'] as const,
};

describe('specOf', () => {
  it('makes a sweep of the form, of as many cells as the workload says', () => {
    const { spec, problems } = specOf(map);
    expect(problems).toEqual({});
    expect(spec && cellsOf(spec)).toHaveLength(3 * 2 * 3 * 2 * 2);
    expect(spec && workloadOf(spec, 1).cells).toBe(72);
  });

  it('says in each field what is wrong with it, and makes no sweep then', () => {
    const { spec, problems } = specOf({ ...map, depths: '2, 99', seeds: '', steps: '1.5' });
    expect(spec).toBeUndefined();
    expect(Object.keys(problems).toSorted()).toEqual(['depths', 'seeds', 'steps']);
    expect(problems.depths).toContain('99');
    expect(specOf({ ...map, paths: [] }).problems).toHaveProperty('paths');
  });

  it('fills the form in so that the same sweep comes out again', () => {
    const { spec } = specOf({ ...map, steps: '1200' });
    const again = spec && specOf(designOf(spec)).spec;
    expect(again && cellsOf(again)).toEqual(spec && cellsOf(spec));
  });

  it('takes over which seeds have paths, and the rule for ending early', () => {
    const { spec } = specOf({ ...map, pathSeeds: '0', settle: usualSettle });
    expect(spec).toMatchObject({ pathSeeds: [0], settle: usualSettle });
    const again = spec && specOf(designOf(spec)).spec;
    expect(again).toEqual(spec);
    const plain = specOf(map).spec;
    expect(plain).not.toHaveProperty('pathSeeds');
    expect(plain).not.toHaveProperty('settle');
  });

  it('leaves axes that are not given to the experiment', () => {
    const { spec } = specOf({ ...firstDesign, base: 'data=rings&points=60&seed=5', seeds: '5' });
    expect(spec && new Set(cellsOf(spec).map(({ experiment }) => experiment.points))).toEqual(
      new Set([60]),
    );
  });
});

describe('bases', () => {
  it('have the recipe of the shipped map for the teacher, at every depth', () => {
    const { base } = JSON.parse(readFileSync('sweeps/window-map.json', 'utf8'));
    for (const depth of [2, 16, 48]) {
      const at = (query: string) =>
        completeExperiment({ ...parseQuery(query).choices, points: 50, depth });
      expect(at(bases.teacher)).toEqual(at(base));
    }
  });
});

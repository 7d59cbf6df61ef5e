import { describe, expect, it } from 'vitest';
import { completeExperiment, parseQuery } from '../../src/experiment/index.ts';
import {
  cellsOf,
  chainsInPortions,
  chainsOf,
  parseSpec,
  type SweepSpec,
} from '../../src/sweep/index.ts';
import { chainsOfShard, parseShard } from '../../src/sweep/shard.ts';
import { smallSpec } from './results.ts';

const mapSpec: SweepSpec = {
  name: 'map',
  title: 'A map',
  base: 'task=rank-recovery&trueRank=2&steps=200',
  axes: {
    depths: [2, 4, 8],
    points: [6, 10],
    dataSeeds: [0, 1],
    seeds: [0, 1],
    paths: ['restarted', 'grown', 'shrunk'],
  },
  pathSeeds: [0],
};

describe('the cells of a sweep', () => {
  it('are all of them, each once and in the same order every time', () => {
    const keys = cellsOf(mapSpec).map(({ key }) => key);
    // 3 depths × 2 numbers of points × 2 draws, restarted from 2 seeds, grown and shrunk from 1.
    expect(keys).toHaveLength(12 * (2 + 2));
    expect(new Set(keys).size).toBe(keys.length);
    expect(cellsOf(mapSpec).map(({ key }) => key)).toEqual(keys);
  });

  it('begin with a complete map of one seed and one draw', () => {
    const first = cellsOf(mapSpec).slice(0, 6);
    expect(first.map(({ experiment: { points, depth } }) => [points, depth])).toEqual([
      [6, 2],
      [6, 4],
      [6, 8],
      [10, 2],
      [10, 4],
      [10, 8],
    ]);
    for (const { path, experiment } of first) {
      expect([path, experiment.seed, experiment.dataSeed]).toEqual(['restarted', 0, 0]);
    }
  });

  it('have links that open the experiment which is trained', () => {
    for (const { query, experiment } of cellsOf(mapSpec)) {
      const { choices, notices } = parseQuery(query);
      expect(notices).toEqual([]);
      expect(completeExperiment(choices)).toEqual(experiment);
    }
  });

  it('take what the axes and the spec say over the common choices', () => {
    const spec = { ...mapSpec, base: 'task=rank-recovery&points=77&depth=9', steps: 300 };
    const [cell] = cellsOf(spec);
    expect(cell.experiment).toMatchObject({ points: 6, depth: 2, steps: 300 });
    const { points: _, ...axes } = mapSpec.axes;
    expect(cellsOf({ ...spec, axes })[0].experiment.points).toBe(77);
  });

  it('are the same cell where data have a fixed number of points', () => {
    const spec = { ...smallSpec, axes: { ...smallSpec.axes, points: [10, 20] } };
    expect(cellsOf(spec)).toHaveLength(cellsOf(smallSpec).length);
  });

  it('are refused where the common choices or an axis cannot be', () => {
    expect(() => cellsOf({ ...smallSpec, base: 'nonsense=1' })).toThrow('nonsense');
    expect(() => cellsOf({ ...smallSpec, axes: { ...smallSpec.axes, depths: [999] } })).toThrow(
      'depth=999',
    );
  });
});

describe('the chains of a sweep', () => {
  it('are single fresh runs, and paths whose depths follow one another', () => {
    const depths = chainsOf(smallSpec).map(({ path, cells }) => ({
      path,
      depths: cells.map(({ experiment }) => experiment.depth),
    }));
    expect(depths).toEqual([
      ...[2, 3, 4].map((depth) => ({ path: 'restarted', depths: [depth] })),
      { path: 'grown', depths: [2, 3, 4] },
      { path: 'shrunk', depths: [4, 3, 2] },
      ...[2, 3, 4].map((depth) => ({ path: 'restarted', depths: [depth] })),
    ]);
  });

  it('are made one cell at a time, so that a page can answer meanwhile', () => {
    const making = chainsInPortions(mapSpec);
    let pauses = 0;
    let last = making.next();
    for (; !last.done; last = making.next()) pauses++;
    expect(last.value).toEqual(chainsOf(mapSpec));
    expect(pauses).toBe(cellsOf(mapSpec).length);
  });

  it.each([1, 2, 3, 5])('are dealt out to %i shards, each to exactly one', (count) => {
    const chains = chainsOf(mapSpec);
    const dealt = Array.from({ length: count }, (_, i) =>
      chainsOfShard(chains, { index: i + 1, count }),
    );
    expect(dealt.flat().sort(byKey)).toEqual([...chains].sort(byKey));
  });

  it('are dealt out so that the shards cost about the same', () => {
    const cost = (index: number) =>
      chainsOfShard(chainsOf(mapSpec), { index, count: 3 })
        .flatMap(({ cells }) => cells)
        .reduce((sum, { experiment }) => sum + experiment.depth * experiment.points, 0);
    expect(cost(3) / cost(1)).toBeGreaterThan(0.6);
  });
});

describe('a shard', () => {
  it('is written as its number and how many there are', () => {
    expect(parseShard('2/5')).toEqual({ index: 2, count: 5 });
  });

  it.each(['2', '0/5', '6/5', '1/2/3', 'a/b', '1.5/2'])('is not written “%s”', (text) => {
    expect(() => parseShard(text)).toThrow(RangeError);
  });
});

describe('a spec', () => {
  it('is taken as it is when it is sound', () => {
    expect(parseSpec(JSON.parse(JSON.stringify(mapSpec)))).toEqual(mapSpec);
  });

  it('is refused with the place of what is wrong', () => {
    expect(() => parseSpec({ ...mapSpec, axes: { ...mapSpec.axes, depths: [] } })).toThrow(
      'axes.depths',
    );
    expect(() => parseSpec({ ...mapSpec, depth: 3 })).toThrow('depth');
    expect(() => parseSpec({ ...mapSpec, name: 'Not/A/File' })).toThrow('name');
  });
});

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : 1;
}

import { describe, expect, it } from 'vitest';
import { type CellResult, windowMap } from '../../../src/sweep/index.ts';
import {
  costGuides,
  costSentences,
  rankSentences,
  tripointSentences,
} from '../../../src/ui/sweep/statements/cost.ts';
import { depthRanges } from '../../../src/ui/sweep/statements/depths.ts';
import { threadSentences } from '../../../src/ui/sweep/statements/thread.ts';
import { twoMinimaSentences } from '../../../src/ui/sweep/statements/two-minima.ts';
import {
  drawSentences,
  furtherSentence,
  guideSentence,
  underestimateSentences,
  windowSentences,
} from '../../../src/ui/sweep/statements/window.ts';

const run = (part: Partial<CellResult>): CellResult => ({
  key: JSON.stringify(part),
  query: '',
  path: 'restarted',
  depth: 2,
  points: 39,
  lambda: 0.009,
  width: 50,
  dataSeed: 0,
  seed: 0,
  steps: 100,
  dataLoss: 0.01,
  parameterNorm: 10,
  totalLoss: 0.1,
  bottleneckRank: 1,
  bottleneckLayer: 1,
  jacobianRank: 1,
  collapsed: false,
  diverged: false,
  settled: false,
  seconds: 1,
  ...part,
});

describe('depthRanges', () => {
  it('joins neighbouring depths of the sweep, whether or not they follow each other', () => {
    expect(depthRanges([2, 4, 6, 9, 13], (depth) => depth !== 6)).toEqual(['2–4', '9–13']);
    expect(depthRanges([2, 4, 6], (depth) => depth === 4)).toEqual(['4']);
  });
});

describe('what is said of two minima', () => {
  const loop = [
    run({ depth: 4, path: 'restarted', totalLoss: 0.1, tripoints: 3 }),
    run({ depth: 9, path: 'restarted', totalLoss: 0.044, tripoints: 0 }),
    run({ depth: 4, path: 'grown', totalLoss: 0.1005, tripoints: 3 }),
    run({ depth: 9, path: 'grown', totalLoss: 0.0506, tripoints: 4 }),
    run({ depth: 4, path: 'shrunk', totalLoss: 0.11, tripoints: 3 }),
    run({ depth: 9, path: 'shrunk', totalLoss: 0.044, tripoints: 0 }),
  ];

  it('is which path is cheaper, where and by how much', () => {
    expect(twoMinimaSentences(loop)).toEqual([
      'At 1 of 2 depths the restarted network is cheaper than the grown one: at L = 9 a total loss of 0.044 against 0.0506, which is 15\u00a0% more.',
      'At 1 of 2 depths restarted and grown agree within 1\u00a0%.',
      'At 1 of 2 depths the restarted network is cheaper than the shrunk one: at L = 4 a total loss of 0.1 against 0.11, which is 10\u00a0% more.',
      'At 1 of 2 depths restarted and shrunk agree within 1\u00a0%.',
      'At L = 9 grown networks have tripoints and shrunk ones have none: the loop is open there.',
      'Within 1\u00a0% of the cheapest at each of 2 depths: restarted 2 times, grown once and shrunk once.',
    ]);
  });

  it('turns round where the measurement does', () => {
    const [sentence] = twoMinimaSentences([
      run({ depth: 9, path: 'restarted', totalLoss: 0.06 }),
      run({ depth: 9, path: 'grown', totalLoss: 0.05 }),
    ]);
    expect(sentence).toContain('the grown network is cheaper than the restarted one');
    expect(sentence).toContain('20\u00a0% more');
  });
});

describe('what is said of the window', () => {
  const cells = (edges: Record<number, number>) =>
    windowMap(
      Object.entries(edges).flatMap(([points, edge]) =>
        [4, 8, 16, 24, 48].map((depth) =>
          run({
            depth,
            points: Number(points),
            bottleneckRank: depth < 8 ? 3 : depth <= edge ? 2 : 1,
          }),
        ),
      ),
    );

  it('is where it lies, said once for all N that share it', () => {
    expect(windowSentences(cells({ 6: 16, 20: 16, 100: 48 }), 2, 'found').slice(0, 2)).toEqual([
      'N = 6 and 20: from L = 8 to 16 and less from L = 24 on.',
      'N = 100: from L = 8 to 48 and no depth beyond has less.',
    ]);
  });

  it('is computed: the edge moves up, down or not as the runs say', () => {
    const edge = (edges: Record<number, number>) =>
      windowSentences(cells(edges), 2, 'cheapest').at(-1);
    expect(edge({ 6: 8, 20: 16, 100: 24 })).toBe(
      'The upper edge of the cheapest minima found moves up with N: between L = 8 and 16 at N = 6, between L = 24 and 48 at N = 100.',
    );
    expect(edge({ 6: 24, 100: 8 })).toContain('moves down as N grows');
    expect(edge({ 6: 16, 100: 16 })).toContain('do not show');
    expect(edge({ 6: 8, 20: 24, 100: 8 })).toContain('up with N in 1 and down in 1 of the pairs');
    expect(edge({ 6: 16 })).toContain('too few');
  });

  it('names a lower rank between depths of the true one', () => {
    const row = [2, 1, 2].map((bottleneckRank, k) => run({ depth: 8 * 2 ** k, bottleneckRank }));
    expect(windowSentences(windowMap(row), 2, 'cheapest')[0]).toBe(
      'N = 39: from L = 8 to 32 with less in between, at L = 16, and no depth beyond has less.',
    );
  });

  it('is said of each teacher by itself, whatever the median hides', () => {
    const ofDraw = (dataSeed: number, edges: Record<number, number>) =>
      cells(edges).flatMap(({ runs }) => runs.map((one) => ({ ...one, dataSeed })));
    const two = windowMap([...ofDraw(0, { 6: 8, 100: 24 }), ...ofDraw(1, { 6: 24, 100: 24 })]);
    expect(drawSentences(two, 2)).toEqual([
      'Teacher 0 by itself: the edge moves up, between L = 8 and 16 at N = 6 and between L = 24 and 48 at N = 100.',
      'Teacher 1 by itself: these depths do not show the edge move, between L = 24 and 48 at N = 6 and between L = 24 and 48 at N = 100.',
    ]);
    expect(drawSentences(cells({ 6: 8, 100: 24 }), 2)).toEqual(['All of it is one teacher.']);
  });

  it('is on how many N the slope of the guide rests, and how many of them it agrees with', () => {
    expect(guideSentence(cells({ 6: 8, 20: 16 }), 2)).toContain(
      'between two depths for N = 6 and 20. It agrees with 2 of 2 of these.',
    );
    const bounded = guideSentence(cells({ 6: 8, 20: 16, 100: 48 }), 2);
    expect(bounded).toContain('for N = 6 and 20 only; for N = 100 no more than a least depth');
    expect(guideSentence(cells({ 6: 16, 100: 48 }), 2)).toBeUndefined();
  });

  it('is how many runs of another sweep count for the cheapest', () => {
    const own = [8, 16].map((depth) => run({ depth }));
    const other = [run({ depth: 16, seed: 4 }), run({ depth: 12 })];
    expect(furtherSentence(windowMap(own, other))).toEqual([
      'The cheapest takes in 1 run of the other sweep of this recipe, which has 1 of the 2 cells as well, of teacher 0.',
    ]);
    expect(furtherSentence(windowMap(own))).toEqual([]);
  });

  it('tells the two reasons for too low a rank apart', () => {
    const map = windowMap([
      run({ depth: 48, points: 6, bottleneckRank: 1, totalLoss: 0.05 }),
      run({ depth: 48, points: 6, bottleneckRank: 2, totalLoss: 0.07, path: 'grown' }),
      run({ depth: 48, points: 400, bottleneckRank: 1, totalLoss: 0.25 }),
      run({ depth: 48, points: 400, bottleneckRank: 2, totalLoss: 0.09, path: 'grown' }),
    ]);
    const said = underestimateSentences(map, 2);
    expect(said[0]).toBe('In 2 of 2 cells a run in the middle finds less than rank 2.');
    expect(said[1]).toContain('also the cheapest rank found: L = 48 at N = 6');
    expect(said[2]).toContain('picked up too few directions: L = 48 at N = 400');
  });
});

describe('what is said of the curves', () => {
  const curve = [2, 4, 8, 16].map((depth) =>
    run({ depth, parameterNorm: depth * (2 + 12 / depth), bottleneckRank: 2, tripoints: 0 }),
  );

  it('gives the guides the constants that fit, in the form of the theory', () => {
    const guides = costGuides(curve, 2);
    expect(guides.map(({ name }) => name)).toEqual(['k = 2', 'k + C/L']);
    expect(guides[1].overDepth).toBeCloseTo(12);
    expect(costSentences(curve, 2)[0]).toContain('C = 12 in k + C/L');
  });

  it('fits 1 + C(N)/L through the runs of rank 1 where there are any', () => {
    const below = [24, 48].map((depth) =>
      run({ depth, parameterNorm: depth * (1 + 30 / depth), bottleneckRank: 1 }),
    );
    const guides = costGuides([...curve, ...below], 2);
    expect(guides[2].name).toBe('1 + C(N)/L');
    expect(guides[2].overDepth).toBeCloseTo(30);
  });

  it('says where the rank is the true one and where three classes never meet', () => {
    expect(rankSentences(curve, 2)[0]).toBe('The median bottleneck rank is 2 at L = 2–16.');
    expect(rankSentences(curve, 3)[0]).toContain('3 at no depth');
    expect(tripointSentences(curve)[0]).toBe('The median run has no tripoint at L = 2–16.');
  });
});

describe('what is said of the thread of rank 1', () => {
  const cost = (depth: number, totalLoss: number) => ({
    depth,
    parameterNorm: totalLoss * 2000,
    totalLoss,
  });
  const found = [8, 16, 48].map((depth) =>
    run({ depth, points: 6, bottleneckRank: 2, totalLoss: 0.07 }),
  );

  it('is at which depth it becomes cheaper than what was found at the true rank', () => {
    const costs = [cost(8, 0.21), cost(16, 0.14), cost(48, 0.05)];
    expect(threadSentences(costs, found, 2)).toEqual([
      'For these 6 points the thread costs 0.05 at L = 48, less than the cheapest minimum of rank 2 or more that was found there, 0.07; at L = 16 it still costs 2 times as much.',
      'At L = 48 its ‖θ‖² is 100, and ‖θ‖²/L is 2.08.',
      'At L = 48 it is cheaper than everything that training found: what is called the cheapest there is not the minimum.',
    ]);
    const [near] = threadSentences([cost(16, 0.077), cost(48, 0.05)], found, 2);
    expect(near).toContain('at L = 16 it still costs 10\u00a0% more.');
  });

  it('is cheaper than everything only where no run of any rank is cheaper', () => {
    const below = run({ depth: 48, points: 6, bottleneckRank: 1, totalLoss: 0.04 });
    expect(threadSentences([cost(48, 0.05)], [...found, below], 2)).toHaveLength(2);
  });

  it('is that it stays dearer, or is cheaper from the start, where that is so', () => {
    expect(threadSentences([cost(8, 21), cost(48, 7)], found, 2)[0]).toContain(
      'at L = 48 it costs 7 against 0.07 for the cheapest minimum of rank 2 or more that was found, 100 times as much',
    );
    expect(threadSentences([cost(8, 0.01)], found, 2)[0]).toContain(
      'from the first depth on, L = 8',
    );
  });

  it('is nothing where nothing can be compared', () => {
    expect(threadSentences([], found, 2)).toEqual([]);
    expect(threadSentences([cost(24, 0.1)], found, 2)).toEqual([]);
  });
});

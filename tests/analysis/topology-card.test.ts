import { describe, expect, it } from 'vitest';
import { mapClasses } from '../../src/analysis/topology/index.ts';
import { topologyCard } from '../../src/analysis/topology-card.ts';
import { topologySentence } from '../../src/analysis/topology-verdict.ts';
import { say } from '../../src/messages/say.ts';
import {
  bands,
  evaluating,
  type Logits,
  type Site,
  square,
  twoClasses,
  voronoi,
} from './topology/classifiers.ts';

const cells = 192;

const saidOf = (...card: Parameters<typeof topologySentence>) => say(topologySentence(...card));

async function cardOf(logits: Logits, classCount: number, rank: number) {
  const topology = await mapClasses(evaluating(logits), {
    domain: square,
    classCount,
    coarse: 48,
    fine: cells,
  });
  return topologyCard(topology, { rank, cells });
}

const triangle: Site[] = [
  [0, 2],
  [-2, -1],
  [2, -1],
];
const stripes = bands(4, (x) => 1.5 + x);

describe('the shapes of the classes', () => {
  it('are counted as regions and holes', async () => {
    const rings = bands(3, (x, y) => Math.hypot(x, y) - 0.2);
    const { classes, adjacency, adjacencyIsPath } = await cardOf(rings, 3, 1);
    expect(classes.map((shape) => [shape.class, shape.regions, shape.holes])).toEqual([
      [0, 1, 0],
      [1, 1, 1],
      [2, 1, 1],
    ]);
    expect(adjacency.map((pair) => pair.classes)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(adjacencyIsPath).toBe(true);
    expect(classes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 3);
  });

  it('may be disconnected', async () => {
    const { classes } = await cardOf(
      twoClasses((x) => Math.cos(2 * x)),
      2,
      1,
    );
    expect(classes.map(({ regions }) => regions)).toEqual([2, 3]);
  });

  it('leave slivers smaller than a cell out, as regions, as holes and as classes', async () => {
    const side = 6 / cells;
    const topology = await mapClasses(evaluating(stripes), { domain: square, classCount: 4 });
    const speck = (size: number) => Float32Array.from([0, 0, size, 0, size, size, 0, size]);
    const [first, ...others] = topology.regions;
    const speckled = {
      ...topology,
      labelsPresent: [0, 1, 2, 3, 4],
      regions: [
        { ...first, rings: [...first.rings, speck(0.5 * side), speck(2 * side)] },
        ...others,
        { class: 1, area: (0.9 * side) ** 2, rings: [speck(0.9 * side)] },
        { class: 4, area: (0.5 * side) ** 2, rings: [speck(0.5 * side)] },
      ],
      adjacency: [...topology.adjacency, { classes: [0, 4] as const, length: side }],
    };
    const { classes, adjacencyIsPath } = topologyCard(speckled, { rank: 1, cells });
    expect(classes.map((shape) => [shape.class, shape.regions, shape.holes])).toEqual([
      [0, 1, 1],
      [1, 1, 0],
      [2, 1, 0],
      [3, 1, 0],
    ]);
    expect(adjacencyIsPath).toBe(true);
  });
});

describe('neighbours on either side of a sliver', () => {
  /** Four ordered bands, of which these are too thin to count. */
  async function thinned(...thin: number[]) {
    const topology = await mapClasses(evaluating(stripes), { domain: square, classCount: 4 });
    const regions = topology.regions.map((region) =>
      thin.includes(region.class) ? { ...region, area: (3 / cells) ** 2 } : region,
    );
    return topologyCard({ ...topology, regions }, { rank: 1, cells });
  }

  it('border on each other, so that a thin middle band does not break the chain', async () => {
    const card = await thinned(1);
    expect(card.classes.map((shape) => shape.class)).toEqual([0, 2, 3]);
    expect(card.verdict).toEqual({ kind: 'rank-1-holds', order: [0, 2, 3] });
    expect(saidOf(card)).not.toContain('more than one stretch');
  });

  it('border on each other across several slivers, and nothing lies beyond an end', async () => {
    expect((await thinned(1, 2)).adjacency.map((pair) => pair.classes)).toEqual([[0, 3]]);
    expect((await thinned(0, 3)).adjacency.map((pair) => pair.classes)).toEqual([[1, 2]]);
  });
});

describe('the verdict', () => {
  it('finds rank 1 confirmed by ordered bands', async () => {
    const card = await cardOf(stripes, 4, 1);
    expect(card.verdict).toEqual({ kind: 'rank-1-holds', order: [0, 1, 2, 3] });
    expect(saidOf(card, (label) => 'ABCD'[label])).toContain('A – B – C – D');
  });

  it('does not ask for a chain where a class takes two stretches of the line', async () => {
    // Bands 0 1 2 0: neighbours go round in a circle, and no three classes meet.
    const looped: Logits = (x) => {
      const level = 1.5 + x;
      const at = [0, 1, 2, 3].map((centre) => -((level - centre) ** 2));
      return [Math.max(at[0], at[3]), at[1], at[2]];
    };
    const card = await cardOf(looped, 3, 1);
    expect(card.tripoints).toBe(0);
    expect(card.adjacencyIsPath).toBe(false);
    expect(card.verdict).toEqual({ kind: 'rank-1-holds', order: undefined });
    expect(saidOf(card)).toContain('more than one stretch');
  });

  it('finds rank 1 contradicted by a tripoint', async () => {
    const card = await cardOf(voronoi(triangle), 3, 1);
    expect(card.tripointsCertain).toBe(true);
    expect(card.verdict).toEqual({ kind: 'rank-1-fails', tripoints: 1 });
    expect(saidOf(card)).toContain('there is 1 tripoint:');
  });

  it('allows tripoints at rank 2, and says where rank 1 would do', async () => {
    const meeting = await cardOf(voronoi(triangle), 3, 2);
    expect(meeting.verdict).toEqual({ kind: 'rank-k-holds', rank: 2, meeting: 3, bands: false });
    const parallel = await cardOf(stripes, 4, 3);
    expect(parallel.verdict).toEqual({ kind: 'rank-k-holds', rank: 3, meeting: 2, bands: true });
    expect(saidOf(parallel)).toContain('rank 1 would be enough');
  });

  it('finds four classes in a point at rank 2 one too many, and at rank 3 not', async () => {
    const corners: Site[] = [
      [1.02, 1],
      [-0.98, 1],
      [-0.98, -1],
      [1.02, -1],
    ];
    expect((await cardOf(voronoi(corners), 4, 2)).verdict).toEqual({
      kind: 'rank-k-fails',
      rank: 2,
      meeting: 4,
    });
    expect((await cardOf(voronoi(corners), 4, 3)).verdict.kind).toBe('rank-k-holds');
  });

  it('puts nothing to the test with one class or two', async () => {
    expect((await cardOf(() => [1, 0], 2, 0)).verdict).toEqual({ kind: 'one-class' });
    const halves = twoClasses((x) => x + 0.1);
    expect((await cardOf(halves, 2, 1)).verdict).toEqual({ kind: 'two-classes', rank: 1 });
  });

  it('does not believe rank 0 where several classes win', async () => {
    expect((await cardOf(stripes, 4, 0)).verdict).toEqual({ kind: 'rank-0-fails', classes: 4 });
  });

  it('is a sentence for every kind, with a warning where tripoints are not certain', () => {
    const verdicts = [
      { kind: 'one-class' },
      { kind: 'rank-0-fails', classes: 3 },
      { kind: 'two-classes', rank: 2 },
      { kind: 'rank-1-holds', order: [2, 0, 1] },
      { kind: 'rank-1-fails', tripoints: 3 },
      { kind: 'rank-k-holds', rank: 2, meeting: 3, bands: false },
      { kind: 'rank-k-fails', rank: 2, meeting: 5 },
    ] as const;
    const sentences = verdicts.map((verdict) => saidOf({ verdict, tripointsCertain: true }));
    expect(new Set(sentences).size).toBe(verdicts.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentences[3]).toContain('2 – 0 – 1');
    expect(sentences[4]).toContain('there are 3 tripoints');
    expect(saidOf({ verdict: verdicts[4], tripointsCertain: false })).toMatch(/verified/);
  });
});

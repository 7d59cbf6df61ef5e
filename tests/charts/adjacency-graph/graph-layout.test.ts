import { describe, expect, it } from 'vitest';
import { layOutGraph } from '../../../src/charts/adjacency-graph/graph-layout.ts';

describe('layOutGraph', () => {
  it('lays a path out in its order, from its smaller end', () => {
    const { kind, places } = layOutGraph(4, [
      [0, 3],
      [2, 3],
      [1, 2],
    ]);
    expect(kind).toBe('line');
    const order = places.map(({ x }, node) => ({ x, node })).sort((a, b) => a.x - b.x);
    expect(order.map(({ node }) => node)).toEqual([0, 3, 2, 1]);
  });

  it('lays pieces of paths and lone nodes on one line', () => {
    expect(layOutGraph(3, [[0, 2]]).kind).toBe('line');
    expect(layOutGraph(1, [])).toEqual({ kind: 'line', places: [{ x: 0.5, y: 0.5 }] });
    expect(layOutGraph(0, []).places).toEqual([]);
  });

  it('lays everything else on a circle', () => {
    const triangle = [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const;
    const { kind, places } = layOutGraph(3, triangle);
    expect(kind).toBe('circle');
    for (const { x, y } of places) expect(Math.hypot(x - 0.5, y - 0.5)).toBeCloseTo(0.5);
  });

  it('finds the order without crossings where there is one', () => {
    // A cycle 0-2-1-3: in plain order two of its chords would cross.
    const { places } = layOutGraph(4, [
      [0, 2],
      [2, 1],
      [1, 3],
      [3, 0],
    ]);
    const distance = (a: number, b: number) =>
      Math.hypot(
        Number(places[a]?.x) - Number(places[b]?.x),
        Number(places[a]?.y) - Number(places[b]?.y),
      );
    expect(distance(0, 2)).toBeLessThan(distance(0, 1));
    expect(distance(1, 3)).toBeLessThan(distance(2, 3));
  });

  it('draws the same graph the same way', () => {
    const edges = Array.from({ length: 14 }, (_, k) => [k % 9, (5 * k + 1) % 9] as const);
    expect(layOutGraph(9, edges)).toEqual(layOutGraph(9, edges));
  });
});

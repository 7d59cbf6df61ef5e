import { describe, expect, it } from 'vitest';
import { agrees, edgesOf, movementOf, trendOf } from '../../src/sweep/index.ts';

const edge = (points: number, from: number, to: number | undefined) => ({ points, from, to });

describe('edgesOf', () => {
  it('gives the upper edge where the true rank was found at all, by the number of points', () => {
    const windows = [
      { points: 100, from: 8, to: 24, below: 48 },
      { points: 6, from: undefined, to: undefined, below: 24 },
      { points: 10, from: 8, to: 24, below: undefined },
    ];
    expect(edgesOf(windows)).toEqual([edge(10, 24, undefined), edge(100, 24, 48)]);
  });

  it('is sure of the true rank only as far as no lower one comes between', () => {
    const window = { points: 20, from: 8, to: 48, below: undefined, gap: { after: 16, at: 24 } };
    expect(edgesOf([window])).toEqual([edge(20, 16, undefined)]);
  });
});

describe('movementOf', () => {
  it('says that the edge moves up where a pair of edges cannot be in the other order', () => {
    expect(movementOf([edge(6, 16, 24), edge(100, 24, 48)])).toBe('up');
    expect(movementOf([edge(6, 16, 24), edge(100, 48, undefined)])).toBe('up');
  });

  it('says that it moves down, or both ways, where the measurement says so', () => {
    expect(movementOf([edge(6, 24, 48), edge(100, 8, 16)])).toBe('down');
    expect(movementOf([edge(6, 8, 16), edge(20, 24, 48), edge(100, 8, 16)])).toBe('both');
  });

  it('claims no movement that the steps of the map cannot show', () => {
    expect(movementOf([edge(6, 16, 24), edge(100, 16, 24)])).toBe('still');
    expect(movementOf([edge(6, 16, undefined), edge(100, 48, undefined)])).toBe('still');
    expect(movementOf([edge(6, 8, 24), edge(100, 16, 48)])).toBe('still');
    expect(movementOf([])).toBe('still');
  });
});

describe('trendOf', () => {
  it('finds the slope of edges that lie on a line through the origin', () => {
    const slope = 6;
    const edges = [6, 20, 400].map((points) => {
      const depth = slope * Math.log(points);
      return edge(points, depth / 1.2, depth * 1.2);
    });
    expect(trendOf(edges)).toBeCloseTo(slope);
  });

  it('is held to the least depths that are known of further edges, where it falls short of them', () => {
    const enclosed = [edge(6, 10, 10), edge(10, 12, 12)];
    const through = trendOf(enclosed) ?? Number.NaN;
    expect(trendOf([...enclosed, edge(400, 24, undefined)])).toBe(through);
    const logs = [6, 10, 20].map(Math.log);
    const squares = logs.reduce((sum, log) => sum + log ** 2, 0);
    const steeper = (10 * logs[0] + 12 * logs[1] + 48 * logs[2]) / squares;
    expect(trendOf([...enclosed, edge(400, 24, undefined), edge(20, 48, undefined)])).toBeCloseTo(
      steeper,
    );
  });

  it('draws no line through a single edge, nor through edges beyond the map', () => {
    expect(trendOf([edge(6, 16, 24)])).toBeUndefined();
    expect(trendOf([edge(6, 16, 24), edge(20, 48, undefined)])).toBeUndefined();
  });
});

describe('agrees', () => {
  it('says whether a line passes where the edge was measured to lie', () => {
    const slope = 20 / Math.log(10);
    expect(agrees(slope, edge(10, 16, 24))).toBe(true);
    expect(agrees(slope, edge(10, 16, undefined))).toBe(true);
    expect(agrees(slope, edge(10, 8, 16))).toBe(false);
    expect(agrees(slope, edge(10, 24, undefined))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { edgesOf, movementOf, trendOf } from '../../src/sweep/index.ts';

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

  it('draws no line through a single edge, nor through edges beyond the map', () => {
    expect(trendOf([edge(6, 16, 24)])).toBeUndefined();
    expect(trendOf([edge(6, 16, 24), edge(20, 48, undefined)])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { bottleneckLine, coordinatesOn } from '../../../src/analysis/representation/index.ts';

const direction = [0.6, 0, -0.8];

/** Points at these coordinates on a line in R³. */
function onLine(coordinates: readonly number[]): Float32Array {
  return Float32Array.from(coordinates.flatMap((t) => direction.map((d) => 2 + t * d)));
}

describe('the bottleneck line', () => {
  it('gives each point its coordinate and says that nothing lies off the line', () => {
    const at = [-3, -2, -1, 0, 1, 5];
    const line = bottleneckLine(onLine(at), 3, [0, 0, 0, 1, 1, 1]);
    expect(line.share).toBeCloseTo(1, 10);
    at.forEach((t, i) => {
      expect(line.coordinates[i]).toBeCloseTo(t, 5);
    });
    direction.forEach((d, j) => {
      expect(line.direction[j]).toBeCloseTo(d, 6);
    });
  });

  it('orders the classes as disjoint intervals where they are', () => {
    const line = bottleneckLine(onLine([4, 5, -2, -1, 0, 1, 2]), 3, [2, 2, 0, 0, 1, 1, 1]);
    expect(line.spans.map((span) => [span.class, span.count])).toEqual([
      [0, 2],
      [1, 3],
      [2, 2],
    ]);
    expect(line.runs.map((run) => run.class)).toEqual([0, 1, 2]);
    expect(line.overlaps).toEqual([]);
    const [middle] = line.spans.slice(1);
    expect(middle.high - middle.low).toBeCloseTo(2, 5);
    expect(middle.median - middle.low).toBeCloseTo(1, 5);
  });

  it('states where the spans of two classes overlap, and how many points lie there', () => {
    const line = bottleneckLine(onLine([-4, -1, 1, 0, 3, 4]), 3, [0, 0, 0, 1, 1, 1]);
    expect(line.runs.map((run) => run.class)).toEqual([0, 1, 0, 1]);
    expect(line.overlaps).toHaveLength(1);
    const [{ classes, low, high, points }] = line.overlaps;
    expect(classes).toEqual([0, 1]);
    expect(high - low).toBeCloseTo(1, 5);
    expect(points).toBe(2);
  });

  it('shows a class that owns two intervals as two runs', () => {
    const line = bottleneckLine(onLine([-2, -1, 0, 1, 2]), 3, [0, 0, 1, 0, 0]);
    expect(line.runs.map(({ class: label, count }) => [label, count])).toEqual([
      [0, 2],
      [1, 1],
      [0, 2],
    ]);
  });

  it('has the lowest class on the left, or the orientation of an earlier line', () => {
    const labels = [1, 1, 0, 0];
    const activations = onLine([-2, -1, 1, 2]);
    const line = bottleneckLine(activations, 3, labels);
    expect(line.spans.map((span) => span.class)).toEqual([0, 1]);
    const earlier = line.coordinates.map((t) => -t);
    const kept = bottleneckLine(activations, 3, labels, earlier);
    expect(kept.spans.map((span) => span.class)).toEqual([1, 0]);
    expect(kept.direction[0]).toBeCloseTo(-line.direction[0], 10);
  });

  it('places other points where the same points lie', () => {
    const activations = onLine([-2, -1, 1, 2, 7]);
    const line = bottleneckLine(activations, 3, [0, 0, 1, 1, 1]);
    const again = coordinatesOn(line, activations);
    again.forEach((t, i) => {
      expect(t).toBeCloseTo(line.coordinates[i], 5);
    });
    const off = coordinatesOn(
      line,
      Float32Array.from([...line.mean].map((m, j) => m + [0.8, 5, 0.6][j])),
    );
    expect(off[0]).toBeCloseTo(0, 5);
  });

  it('says nothing of activations that are not finite, and little of constant ones', () => {
    const broken = bottleneckLine(Float32Array.of(1, Number.NaN), 1, [0, 1]);
    expect(broken.spans).toEqual([]);
    expect(broken.share).toBeNaN();
    const constant = bottleneckLine(Float32Array.of(1, 1), 1, [0, 1]);
    expect(constant.share).toBe(0);
    expect(constant.overlaps).toMatchObject([{ classes: [0, 1], points: 2 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { classesOnLine, lineStretches } from '../../../src/analysis/representation/line-classes.ts';

describe('classesOnLine', () => {
  const line = { mean: Float64Array.of(1, 1), direction: Float64Array.of(1, 0) };

  it('sends each point of the line through the layers after it', () => {
    // A ReLU that passes x − 1 on, and two logits that change places where that is 0.5.
    const bend = {
      fanIn: 2,
      fanOut: 1,
      weights: Float64Array.of(1, 0),
      biases: Float64Array.of(-1),
    };
    const read = {
      fanIn: 1,
      fanOut: 2,
      weights: Float64Array.of(-1, 1),
      biases: Float64Array.of(1, 0),
    };
    expect(classesOnLine(line, [bend, read], [-4, 0, 0.4, 0.6, 3])).toEqual([0, 0, 0, 1, 1]);
  });

  it('reads the classes off the line where no layer is after it', () => {
    expect(classesOnLine(line, [], [-1, 1])).toEqual([1, 0]);
  });
});

describe('lineStretches', () => {
  it('covers the line without gaps, cut halfway between neighbours of two classes', () => {
    expect(lineStretches([0, 1, 2, 3, 4], [2, 2, 0, 1, 1])).toEqual([
      { class: 2, from: 0, to: 1.5 },
      { class: 0, from: 1.5, to: 2.5 },
      { class: 1, from: 2.5, to: 4 },
    ]);
  });

  it('gives nothing for no points', () => {
    expect(lineStretches([], [])).toEqual([]);
  });
});

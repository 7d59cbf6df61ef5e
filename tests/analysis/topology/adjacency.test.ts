import { describe, expect, it } from 'vitest';
import { adjacencyIsPath, adjacencyOrder } from '../../../src/analysis/topology/index.ts';

const graph = (labelsPresent: number[], pairs: [number, number][]) => ({
  labelsPresent,
  adjacency: pairs.map((classes) => ({ classes, length: 1 })),
});

describe('the class adjacency graph', () => {
  it('is a path when the classes form a chain, whatever their numbers', () => {
    const chain = graph(
      [0, 1, 2, 3],
      [
        [0, 3],
        [1, 2],
        [2, 3],
      ],
    );
    expect(adjacencyIsPath(chain)).toBe(true);
    expect(adjacencyOrder(chain)).toEqual([0, 3, 2, 1]);
  });

  it('lists the path from the end with the lower number', () => {
    const chain = graph(
      [1, 2, 5],
      [
        [1, 2],
        [1, 5],
      ],
    );
    expect(adjacencyOrder(chain)).toEqual([2, 1, 5]);
  });

  it('is a path of one when only one class is present', () => {
    expect(adjacencyOrder(graph([2], []))).toEqual([2]);
  });

  it.each<[string, number[], [number, number][]]>([
    [
      'a cycle',
      [0, 1, 2],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    ],
    [
      'a star',
      [0, 1, 2, 3],
      [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
    ],
    ['in pieces', [0, 1, 2], [[0, 1]]],
    [
      'a cycle beside a loner',
      [0, 1, 2, 3],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    ],
    ['empty', [], []],
  ])('is no path when it is %s', (_, labels, pairs) => {
    expect(adjacencyIsPath(graph(labels, pairs))).toBe(false);
    expect(adjacencyOrder(graph(labels, pairs))).toBeUndefined();
  });
});

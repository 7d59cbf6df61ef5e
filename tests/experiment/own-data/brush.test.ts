import { describe, expect, it } from 'vitest';
import {
  type BrushStroke,
  brushedPlaces,
  completeExperiment,
  encodePoints,
  erased,
  mostPoints,
  noPoints,
  randomStream,
  sampleData,
  withChanges,
  withMoved,
  withPoint,
  withPoints,
} from '../../../src/experiment/index.ts';
import { pointsOf } from './arbitrary-points.ts';

describe('the brush', () => {
  it('leaves as many points along a way however many pieces it comes in', () => {
    const random = randomStream(0, 'brush');
    const along = (pieces: number) => {
      let stroke: BrushStroke | undefined;
      let count = 0;
      for (let piece = 0; piece <= pieces; piece++) {
        const step = brushedPlaces(stroke, -2 + (4 * piece) / pieces, 0.5, random.uniform);
        stroke = step.stroke;
        count += step.places.length / 2;
      }
      return count;
    };
    expect(Math.abs(along(1) - along(97))).toBeLessThanOrEqual(1);
    expect(along(1)).toBeGreaterThan(20);
  });

  it('leaves one point exactly where it first touches', () => {
    const { places } = brushedPlaces(undefined, 1.25, -2, () => 0.9);
    expect(places).toEqual([1.25, -2]);
  });

  it('erases what its way passes, between its events too', () => {
    const row = pointsOf([-2, -1, 0, 1, 2].map((x) => ({ x, y: 0, label: 0 })));
    const left = erased(row, [-1.5, 0, 1.5, 0]);
    expect(Array.from(left.inputs)).toEqual([-2, 0, 2, 0]);
    expect(erased(row, [0, 1]).labels).toHaveLength(5);
  });
});

describe('own points', () => {
  it('grow up to the most a link can hold, and stay on the map', () => {
    const crowd = withPoints(noPoints, new Array(2 * mostPoints + 10).fill(7), 2);
    expect(crowd.labels).toHaveLength(mostPoints);
    expect(crowd.inputs.every((value) => value === 3)).toBe(true);
    expect(withPoint(crowd, 0, 0, 1).labels).toHaveLength(mostPoints);
    expect(Array.from(withMoved(withPoint(noPoints, 0, 0, 1), 0, 1, -9).inputs)).toEqual([1, -3]);
  });

  it('are what the network is trained on, and count as its points', async () => {
    const ownPoints = encodePoints(
      pointsOf([
        { x: 1, y: 2, label: 2 },
        { x: -1, y: 0, label: 0 },
      ]),
    );
    const experiment = completeExperiment({ data: 'own', ownPoints });
    expect(experiment.points).toBe(2);
    const data = await sampleData(experiment);
    if (data.kind !== 'classes') throw new Error('Own points are classes.');
    expect(Array.from(data.labels)).toEqual([0, 2]);
    expect(data.classCount).toBe(3);
    expect(Array.from(data.inputs, (value) => Math.round(100 * value) / 100)).toEqual([
      -1, 0, 1, 2,
    ]);
  });

  it('are kept while somebody looks at another data set or task', () => {
    const mine = { data: 'own', ownPoints: encodePoints(withPoint(noPoints, 1, 1, 0)) } as const;
    const elsewhere = withChanges(withChanges(mine, { data: 'rings' }), { task: 'autoencoder' });
    expect(elsewhere.ownPoints).toBe(mine.ownPoints);
    expect(completeExperiment(elsewhere).ownPoints).toBe('');
    expect(completeExperiment(withChanges(elsewhere, { data: 'own' })).ownPoints).toBe(
      mine.ownPoints,
    );
  });
});

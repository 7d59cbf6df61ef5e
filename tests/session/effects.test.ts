import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimisationOf, prepareRun } from '../../src/engine/index.ts';
import {
  type Choices,
  completeExperiment,
  type Experiment,
  encodePoints,
  type FieldName,
  fieldNames,
  fieldOf,
} from '../../src/experiment/index.ts';
import { anyPoints } from '../experiment/own-data/arbitrary-points.ts';

/** Experiments in which every field does something, small enough to be prepared often. */
const grounds: readonly Choices[] = [
  { data: 'three-blobs', points: 30, width: 6, depth: 3, warmUp: 0.3 },
  { data: 'three-blobs', points: 30, width: 6, depth: 3, init: 'he' },
  { data: 'own', width: 6, depth: 3 },
  { data: 'teacher', points: 20, width: 6, depth: 3, inputDimension: 5, outputDimension: 4 },
  { data: 'paper-curve', points: 20, width: 6, depth: 3 },
];

/** Two values of a field. */
function valuesOf(name: FieldName): [string | number, string | number] {
  const field = fieldOf(name);
  switch (field.kind) {
    case 'choice':
      return [field.names[0], field.names[1]];
    case 'number': {
      const near = field.integer ? field.min + 1 : field.min + (field.max - field.min) / 8;
      return [field.min, Math.min(field.max, near)];
    }
    case 'text': {
      const [one, other] = fc.sample(
        anyPoints(9).filter(({ labels }) => labels.length > 1),
        {
          seed: 1,
          numRuns: 2,
        },
      );
      return [encodePoints(one), encodePoints(other)];
    }
  }
}

function pairsOf(name: FieldName): [Experiment, Experiment][] {
  const [one, other] = valuesOf(name);
  return grounds.map((ground) => [
    completeExperiment({ ...ground, [name]: one }),
    completeExperiment({ ...ground, [name]: other }),
  ]);
}

/** Fields that say how a start is found or reached, after the run has been prepared. */
const laterStarts: readonly FieldName[] = ['starts', 'shortSteps', 'instant', 'imageSide'];

const fields = fieldNames.filter((name) => !['task', 'data'].includes(name));

describe('the effect of a field', () => {
  it.each(fields.filter((name) => fieldOf(name).effect !== 'restart'))(
    'lets %s change while a network trains: neither its data nor its start depend on it',
    async (name) => {
      for (const [before, after] of pairsOf(name)) {
        const [one, other] = [await prepareRun(before), await prepareRun(after)];
        expect(other.problem).toEqual(one.problem);
        expect(other.start).toEqual(one.start);
      }
    },
  );

  it.each(
    fields.filter((name) => fieldOf(name).effect === 'restart' && !laterStarts.includes(name)),
  )('restarts for %s only because data or start depend on it', async (name) => {
    const changes = await Promise.all(
      pairsOf(name).map(async ([before, after]) => {
        const [one, other] = [await prepareRun(before), await prepareRun(after)];
        return (
          JSON.stringify([one.problem, one.start]) !== JSON.stringify([other.problem, other.start])
        );
      }),
    );
    expect(changes).toContain(true);
  });

  it.each(fields.filter((name) => fieldOf(name).effect === 'view'))(
    'does not let %s touch how the network is trained',
    (name) => {
      for (const [before, after] of pairsOf(name)) {
        expect(optimisationOf(after)).toEqual(optimisationOf(before));
      }
    },
  );
});

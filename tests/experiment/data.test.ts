import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  dataFamilies,
  dataOfTask,
  domain,
  randomStream,
  sampleClasses,
} from '../../src/experiment/index.ts';

describe.each(dataOfTask.classification)('the data set %s', (name) => {
  const family = dataFamilies[name];
  const draw = (seed: number, points = family.points) =>
    sampleClasses(family, points, family.noise, randomStream(seed, name));

  it('is the same for the same seed', () => {
    expect(draw(7)).toEqual(draw(7));
  });

  it('has as many points as asked for, in the domain, of every class', () => {
    const points = family.fixed ? family.points : 61;
    const { inputs, labels, classCount } = draw(0, points);
    expect(labels).toHaveLength(points);
    expect(inputs).toHaveLength(2 * points);
    expect(new Set(labels)).toEqual(new Set(Array.from({ length: classCount }, (_, c) => c)));
    for (const value of inputs) {
      expect(value).toBeGreaterThanOrEqual(domain.x[0]);
      expect(value).toBeLessThanOrEqual(domain.x[1]);
    }
  });

  it('differs for another seed, unless its points are fixed', () => {
    const [one, other] = [draw(1).inputs, draw(2).inputs];
    if (family.fixed) expect(one).toEqual(other);
    else expect(one).not.toEqual(other);
  });
});

describe('the paper’s four inverted S', () => {
  it('holds exactly the transcribed points', () => {
    const { classes } = JSON.parse(readFileSync('tests/reference/figure2-points.json', 'utf8'));
    const { inputs, labels } = sampleClasses(dataFamilies['paper-s'], 0, 0, randomStream(0, 'any'));
    expect(inputs).toEqual(Float32Array.from(classes.flat(2)));
    expect([...labels]).toEqual(
      classes.flatMap((points: unknown[], c: number) => points.map(() => c)),
    );
  });

  it('is continued by the fitted law for any number of points', () => {
    const family = dataFamilies['inverted-s'];
    const { inputs, labels } = sampleClasses(family, 2000, 0.1, randomStream(3, 'law'));
    let squares = 0;
    for (const [i, label] of labels.entries()) {
      squares += (inputs[2 * i] - (label - 1.5 + 0.7 * Math.sin(2 * inputs[2 * i + 1]))) ** 2;
    }
    expect(Math.sqrt(squares / labels.length)).toBeCloseTo(0.1, 1);
  });
});

describe('a random stream', () => {
  it('is uniform and normal in its first moments', () => {
    const random = randomStream(5, 'moments');
    let mean = 0;
    let normalMean = 0;
    let normalSquare = 0;
    const count = 20_000;
    for (let i = 0; i < count; i++) {
      mean += random.uniform() / count;
      const z = random.normal();
      normalMean += z / count;
      normalSquare += (z * z) / count;
    }
    expect(mean).toBeCloseTo(0.5, 2);
    expect(normalMean).toBeCloseTo(0, 1);
    expect(normalSquare).toBeCloseTo(1, 1);
  });

  it('gives independent numbers for another purpose', () => {
    expect(randomStream(0, 'data').uniform()).not.toBe(randomStream(0, 'weights').uniform());
  });
});

import { describe, expect, it } from 'vitest';
import { parameterCount } from '../../src/engine/parameters.ts';
import { lookAtLayer, transferablesOfLayer } from '../../src/session/layer-look.ts';

const dims = [2, 3, 4];
const parameters = Float32Array.from({ length: parameterCount(dims) }, (_, i) => i);

describe('a look at a layer', () => {
  it('copies its weights and biases out of the parameters', () => {
    const first = lookAtLayer(dims, { step: 7, parameters }, 1);
    expect(first).toMatchObject({ layer: 1, step: 7, fanIn: 2, fanOut: 3 });
    expect(Array.from(first?.weights ?? [])).toEqual([0, 1, 2, 3, 4, 5]);
    expect(Array.from(first?.biases ?? [])).toEqual([6, 7, 8]);
    expect(Array.from(lookAtLayer(dims, { step: 7, parameters }, 2)?.biases ?? [])).toEqual([
      21, 22, 23, 24,
    ]);
  });

  it('is undefined where there is no such layer', () => {
    for (const layer of [0, 3]) {
      expect(lookAtLayer(dims, { step: 0, parameters }, layer)).toBeUndefined();
    }
  });

  it('gives its buffers away without taking the parameters along', () => {
    const look = lookAtLayer(dims, { step: 0, parameters }, 1);
    if (!look) throw new Error('There is a layer 1.');
    const buffers = transferablesOfLayer(look);
    expect(new Set(buffers).size).toBe(buffers.length);
    structuredClone(look, { transfer: buffers });
    expect(parameters).toHaveLength(parameterCount(dims));
  });
});

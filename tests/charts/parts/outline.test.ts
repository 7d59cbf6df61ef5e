import { describe, expect, it } from 'vitest';
import { affine, outline } from '../../../src/charts/parts/outline.ts';

describe('outline', () => {
  const identity = affine([0, 1], [0, 1]);

  it('leaves out what is closer than half a pixel but keeps the end', () => {
    const points = Float32Array.of(0, 0, 0.1, 0.1, 3, 0, 3.1, 0.1);
    expect(outline(points, identity, identity, false)).toBe('M0,0L3,0L3.1,0.1');
  });

  it('closes rings and is empty for nothing', () => {
    expect(outline(Float32Array.of(0, 0, 5, 0, 5, 5), identity, identity, true)).toBe(
      'M0,0L5,0L5,5Z',
    );
    expect(outline(new Float32Array(), identity, identity, true)).toBe('');
  });

  it('maps the domain onto the pixels', () => {
    const map = affine([-3, 3], [400, 100]);
    expect(map.offset + map.factor * -3).toBe(400);
    expect(map.offset + map.factor * 3).toBe(100);
  });
});

import { describe, expect, it } from 'vitest';
import { fieldNames, fieldOf, titleOf } from '../../../src/experiment/index.ts';
import { say } from '../../../src/messages/say.ts';
import { positionOf, sliderSteps, valueAt } from '../../../src/ui/controls/slider-scale.ts';

describe('the scale of a slider', () => {
  it.each(fieldNames)('covers the range of %s in few, ascending stops', (name) => {
    const field = fieldOf(name);
    if (field.kind !== 'number') return expect(say(titleOf(name))).not.toBe('');
    const steps = sliderSteps(field);
    expect(steps).toBeLessThanOrEqual(200);
    expect(valueAt(field, 0)).toBe(field.min);
    expect(valueAt(field, steps)).toBe(field.max);
    for (let position = 0; position <= steps; position++) {
      expect(positionOf(field, valueAt(field, position))).toBe(position);
      if (position > 0) {
        expect(valueAt(field, position)).toBeGreaterThan(valueAt(field, position - 1));
      }
    }
  });
});

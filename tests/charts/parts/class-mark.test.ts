import { describe, expect, it } from 'vitest';
import { classColour, className, classSymbol } from '../../../src/charts/parts/class-mark.ts';

describe('class marks', () => {
  it('gives each of ten classes a symbol, a colour and a letter of its own', () => {
    const classes = Array.from({ length: 10 }, (_, label) => label);
    for (const mark of [
      (c: number) => classSymbol(c, 4),
      classColour,
      (c: number) => className(c, undefined),
    ]) {
      expect(new Set(classes.map(mark)).size).toBe(10);
    }
  });

  it('draws closed symbols with relative commands only, so that they can be strung together', () => {
    for (let label = 0; label < 10; label++) {
      expect(classSymbol(label, 4)).toMatch(/^m[^A-Z]*z$/);
    }
  });

  it('uses the names it is given', () => {
    expect([className(1, ['left', 'right']), className(2, ['left', 'right'])]).toEqual([
      'right',
      'C',
    ]);
  });
});

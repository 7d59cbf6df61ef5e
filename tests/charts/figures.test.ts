import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enumeration,
  figure,
  fixed,
  percentage,
  powerOfTen,
  subscript,
  superscript,
  whole,
} from '../../src/charts/figures.ts';
import { setLanguage } from '../../src/messages/index.ts';

/** Reads a written figure back. */
function read(text: string): number {
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const plain = text
    .replaceAll(',', '')
    .replaceAll('−', '-')
    .replace(' × 10', 'e')
    .replace('⁻', '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(raised.indexOf(digit)));
  return Number(plain);
}

describe('figure', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [0.31, '0.31'],
    [0.044249, '0.0442'],
    [-2.5, '−2.5'],
    [12.04, '12'],
    [999.6, '1000'],
    [12345, '12,300'],
    [0.00032, '3.2 × 10⁻⁴'],
    [1e-12, '1 × 10⁻¹²'],
    [0.0009996, '0.001'],
    [4.2e7, '4.2 × 10⁷'],
    [Number.NaN, '–'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('writes %d as %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });

  it('is read back within the rounding of its digits, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (value, digits) => {
          fc.pre(Math.abs(value) > 1e-30);
          const error = Math.abs(read(figure(value, digits)) - value);
          expect(error).toBeLessThanOrEqual(Math.abs(value) * 0.5001 * 10 ** (1 - digits));
        },
      ),
    );
  });

  it('never uses a hyphen for a minus sign', () => {
    fc.assert(fc.property(fc.double(), (value) => !figure(value).includes('-')));
  });
});

describe('other ways to write numbers', () => {
  it('keeps trailing zeros of coordinates and never writes minus zero', () => {
    expect(fixed(-1.2, 2)).toBe('−1.20');
    expect(fixed(-0.001, 2)).toBe('0.00');
  });

  it('groups thousands from five digits on', () => {
    expect([whole(8000), whole(12000), whole(1234567)]).toEqual(['8000', '12,000', '1,234,567']);
  });

  it('rounds a share neither to nothing nor to all', () => {
    expect([0, 0.004, 0.031, 0.98, 0.997, 1].map(percentage)).toEqual([
      '0\u00a0%',
      '0.4\u00a0%',
      '3.1\u00a0%',
      '98\u00a0%',
      '99.7\u00a0%',
      '100\u00a0%',
    ]);
  });

  it('writes shares and lists in Chinese as Chinese does', async () => {
    await setLanguage('zh');
    expect(percentage(0.031)).toBe('3.1%');
    expect(enumeration(['A', 'B', 'C'])).toBe('A、B 和 C');
    expect(figure(-0.00032)).toBe('−3.2 × 10⁻⁴');
    await setLanguage('en');
  });

  it('raises and lowers digits and their signs', () => {
    expect(superscript(-12)).toBe('⁻¹²');
    expect(subscript(10)).toBe('₁₀');
  });

  it('writes small powers of ten out', () => {
    expect([-4, -2, 0, 2, 5].map(powerOfTen)).toEqual(['10⁻⁴', '0.01', '1', '100', '10⁵']);
  });

  it('joins words as a sentence does', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(enumeration)).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
    ]);
  });
});

/**
 * How numbers are written in pictures and sentences: real minus and times signs, raised powers.
 * English and Chinese write decimals, groups and powers alike; shares and lists differ.
 */
import { chartText } from '../messages/charts.ts';
import { list } from '../messages/index.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/** "−12" → "⁻¹²". */
export function superscript(integer: number): string {
  return digits(integer, raised, '⁻');
}

/** "10" → "₁₀". */
export function subscript(integer: number): string {
  return digits(integer, lowered, '₋');
}

/**
 * A measured value with so many significant digits: "0.31", "12,000", "3.2 × 10⁻⁴"; powers of
 * ten are used below 0.001 and from a million on. Trailing zeros are dropped. NaN reads "–".
 */
export function figure(value: number, significant = 3): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞';
  if (value === 0) return '0';
  const [mantissa = '', power = '0'] = Math.abs(value)
    .toExponential(significant - 1)
    .split('e');
  const exponent = Number(power);
  const sign = value < 0 ? '−' : '';
  if (exponent < -3 || exponent >= 6) {
    return `${sign}${trimmed(mantissa)} × 10${superscript(exponent)}`;
  }
  const decimals = Math.max(0, significant - 1 - exponent);
  const rounded = Number(`${mantissa}e${power}`);
  return sign + grouped(decimals === 0 ? String(rounded) : trimmed(rounded.toFixed(decimals)));
}

/** A value with so many decimals, trailing zeros kept, as for coordinates that move: "−1.20". */
export function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return (value < 0 && Number(text) !== 0 ? '−' : '') + grouped(text);
}

/** A whole number: "12,000". */
export function whole(value: number): string {
  return fixed(Math.round(value), 0);
}

/** A share of 1 as a percentage of two or three digits: "3.1 %", "98 %", "99.7 %"; in Chinese "98%". */
export function percentage(share: number): string {
  const value = share * 100;
  if (!Number.isFinite(value)) return figure(value);
  // So that neither a little nor nearly everything is rounded to nothing or to all.
  const decimals = value !== 0 && value !== 100 && (value < 10 || value > 99) ? 1 : 0;
  return chartText('percent', { value: trimmed(fixed(value, decimals)) });
}

/** A power of ten for a log axis: "10⁻³"; from 0.01 to 100 it is easier to read as it is. */
export function powerOfTen(exponent: number): string {
  return Math.abs(exponent) <= 2 ? String(10 ** exponent) : `10${superscript(exponent)}`;
}

/** "A", "A and B", "A, B and C"; in Chinese "A、B 和 C". */
export function enumeration(words: readonly string[]): string {
  return list(words);
}

function digits(integer: number, alphabet: string, minus: string): string {
  const text = String(Math.abs(Math.trunc(integer)));
  return (integer < 0 ? minus : '') + Array.from(text, (digit) => alphabet[Number(digit)]).join('');
}

function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function grouped(decimal: string): string {
  const [integer = '', ...fraction] = decimal.split('.');
  if (integer.length < 5) return decimal;
  return [integer.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

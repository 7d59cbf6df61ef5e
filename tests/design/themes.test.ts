import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, distance, type eyes } from './colour-vision.ts';

const stylesheet = readFileSync('src/design/tokens.css', 'utf8');

/** The custom properties of the rule with exactly this selector. */
function tokensOf(selector: string): Record<string, string> {
  const start = stylesheet.indexOf(`\n${selector} {`);
  if (start < 0) throw new Error(`There is no rule “${selector}”.`);
  const rule = stylesheet.slice(start, stylesheet.indexOf('\n}', start));
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const light = tokensOf(':root');
const themes = {
  light,
  dark: { ...light, ...tokensOf(':root[data-theme="dark"]') },
  projector: { ...light, ...tokensOf(':root[data-theme="projector"]') },
};

/** Letters on what they stand on: 4.5 to 1 (WCAG 2.2, 1.4.3 at level AA). */
const letters: readonly (readonly [string, string])[] = [
  ...['paper', 'raised', 'sunken'].flatMap((ground) =>
    ['ink', 'ink-2', 'ink-3', 'accent'].map((ink) => [ink, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink', 'warn-soft'],
  ['warn', 'warn-soft'],
];

/** Borders of controls and marks of charts: 3 to 1 (1.4.11). */
const classNumbers = Array.from({ length: 10 }, (_, label) => label);
const marks: readonly (readonly [string, string])[] = [
  ['line-strong', 'paper'],
  ['line-strong', 'raised'],
  ['negative', 'paper'],
  ['positive', 'paper'],
  ...classNumbers.map((label) => [`class-${label}`, 'paper'] as const),
];

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  it.each(letters)('lets %s be read on %s', (ink, ground) => {
    expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('lets %s be seen on %s', (mark, ground) => {
    expect(contrast(tokens[mark], tokens[ground])).toBeGreaterThanOrEqual(3);
  });

  it.each(['deuteranopia', 'protanopia'] satisfies (keyof typeof eyes)[])(
    'keeps the four classes apart for an eye with %s',
    (eye) => {
      for (let one = 0; one < 4; one++) {
        for (let other = 0; other < one; other++) {
          const [a, b] = [tokens[`class-${one}`], tokens[`class-${other}`]];
          expect(distance(a, b, eye)).toBeGreaterThan(18);
        }
      }
      expect(distance(tokens.negative, tokens.positive, eye)).toBeGreaterThan(40);
    },
  );

  it('redefines no token that the light theme does not have', () => {
    expect(Object.keys(tokens)).toEqual(expect.arrayContaining(Object.keys(light)));
    expect(Object.keys(tokens)).toHaveLength(Object.keys(light).length);
  });
});

it('shows projectors larger letters, stronger lines and stronger regions', () => {
  const number = (theme: keyof typeof themes, token: string) =>
    Number.parseFloat(themes[theme][token]);
  for (const token of ['chart-text', 'mark', 'region-strength']) {
    expect(number('projector', token)).toBeGreaterThan(number('light', token));
  }
});

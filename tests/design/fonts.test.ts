import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const stylesheet = readFileSync('src/design/fonts.css', 'utf8');

/** The first and last code points of what our fonts are asked for. */
const ranges = [...stylesheet.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
  ([, first = '', last = first]) =>
    [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
);

/** Chinese and its punctuation, and signs that our typeface has not: arrows of buttons, a function’s ∘ and a subscript i. */
const leftToTheSystem = /[\u2e80-\uffff↺▾▸∘ᵢ]/u;

it('our fonts have every letter and sign of the sentences, but for those known to be missing', () => {
  const missing = new Set<string>();
  for (const language of ['en', 'zh']) {
    for (const file of readdirSync(`src/messages/${language}`)) {
      for (const letter of readFileSync(`src/messages/${language}/${file}`, 'utf8')) {
        const code = Number(letter.codePointAt(0));
        const isOurs = ranges.some(([first, last]) => first <= code && code <= last);
        if (!isOurs && !leftToTheSystem.test(letter)) missing.add(letter);
      }
    }
  }
  expect([...missing]).toEqual([]);
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Words } from '../../src/article/Words.tsx';

const set = (text: string) => renderToStaticMarkup(Words({ text }));

test('letters that stand alone are variables, in either language', () => {
  expect(set('a network of L layers can compute f.')).toBe(
    'a network of <var>L</var> layers can compute <var>f</var>.',
  );
  expect(set('除以 L，再让 L 增大')).toBe('除以 <var>L</var>，再让 <var>L</var> 增大');
  expect(set('f∘g, at most k + 1')).toBe('<var>f</var>∘<var>g</var>, at most <var>k</var> + 1');
});

test('words and names are left alone', () => {
  for (const text of ['A layer multiplies.', 'NeurIPS 2023', 'a slanted S', 'Figure 1', 'ReLU']) {
    expect(set(text)).toBe(text);
  }
});

import { expect, test } from 'vitest';

const formulas = import.meta.glob<string>('../../src/article/formulas/*.tex', {
  eager: true,
  import: 'default',
});

test('every formula is set when the page is built, with MathML for those who hear it', () => {
  expect(Object.keys(formulas).length).toBeGreaterThan(8);
  for (const html of Object.values(formulas)) {
    expect(html).toContain('<math');
    expect(html).toContain('katex-html');
    expect(html).not.toContain('katex-error');
  }
});

import { afterEach, expect, test, vi } from 'vitest';
import { siteLink } from '../../../src/ui/site/site-link.ts';

const at = (search: string) => vi.stubGlobal('location', { search });
afterEach(() => vi.unstubAllGlobals());

test('a view is linked to with the experiment that it should open', () => {
  at('');
  expect(siteLink('sweep')).toBe('?view=sweep');
  expect(siteLink('lab', 'depth=9&lambda=0.02')).toBe('?view=lab&depth=9&lambda=0.02');
  expect(siteLink('lab', 'view=embed&depth=9')).toBe('?view=lab&depth=9');
  expect(siteLink('article')).toBe('./');
});

test('language and theme of the present link are kept, unless the experiment has its own', () => {
  at('?view=sweep&language=zh&theme=dark&depth=3');
  expect(siteLink('article')).toBe('./?language=zh&theme=dark');
  expect(siteLink('lab', 'depth=9')).toBe('?view=lab&depth=9&language=zh&theme=dark');
  expect(siteLink('lab', 'language=en')).toBe('?view=lab&language=en&theme=dark');
});

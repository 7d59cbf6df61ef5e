import { expect, test } from 'vitest';
import { fieldOf } from '../../src/experiment/index.ts';
import { siteViews, viewOfLink } from '../../src/ui/view-of-link.ts';

test('a link that says nothing opens the article', () => {
  expect(viewOfLink('')).toBe('article');
  expect(viewOfLink('?language=zh&theme=dark')).toBe('article');
});

test('a link that describes an experiment opens the lab, as links always did', () => {
  expect(viewOfLink('?depth=4')).toBe('lab');
  expect(viewOfLink('?colour=red')).toBe('lab');
});

test('a named view is opened, the last one where it is named twice', () => {
  for (const view of siteViews) expect(viewOfLink(`?view=${view}&depth=4`)).toBe(view);
  expect(viewOfLink('?view=lab&view=embed')).toBe('embed');
});

test('an unknown view opens the lab, which says so', () => {
  expect(viewOfLink('?view=attic')).toBe('lab');
});

test('the views are those of the schema', () => {
  const field = fieldOf('view');
  expect(field.kind === 'choice' && field.names).toEqual([...siteViews]);
});

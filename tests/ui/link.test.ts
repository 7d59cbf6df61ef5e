import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressBar, linkTo } from '../../src/ui/link.ts';

const shown: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  shown.length = 0;
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, link: string) => shown.push(link),
  });
  vi.stubGlobal('location', { origin: 'https://here', pathname: '/lab/', hash: '#map' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the address shows what was chosen last, and only once it rests', () => {
  let depth = 2;
  const show = addressBar(() => linkTo({ depth }));
  for (; depth < 12; depth++) {
    show();
    vi.advanceTimersByTime(100);
  }
  expect(shown).toEqual([]);
  vi.advanceTimersByTime(300);
  expect(shown).toEqual(['https://here/lab/?depth=12#map']);
});

test('a link that says nothing of an experiment names the lab', () => {
  expect(linkTo({})).toBe('https://here/lab/?view=lab#map');
  expect(linkTo({ depth: 5 })).toBe('https://here/lab/?depth=5#map');
});

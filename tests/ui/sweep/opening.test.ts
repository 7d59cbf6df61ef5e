import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../src/messages/index.ts';
import { openingOf } from '../../../src/ui/sweep/opening.ts';
import { resultWith } from '../../sweep/results.ts';

beforeEach(() => vi.stubGlobal('location', new URL('http://localhost/?view=sweep')));

afterEach(async () => {
  vi.unstubAllGlobals();
  await setLanguage('en');
});

const grown = resultWith({ path: 'grown', depth: 9, query: 'depth=9&depthChange=carry' });
const shrunk = resultWith({ path: 'shrunk', depth: 9 });

test('a mark says of a network that was grown or shrunk out of another that it opens anew', () => {
  expect(openingOf(grown, () => 8)).toEqual({
    href: '?view=lab&depth=9&depthChange=carry',
    lines: ['grown out of the network at L = 8', 'opens as a fresh start at this depth'],
  });
  expect(openingOf(shrunk, () => 11).lines[0]).toBe('shrunk from the network at L = 11');
});

test('it says so in Chinese, too', async () => {
  await setLanguage('zh');
  expect(openingOf(grown, () => 8).lines).toEqual([
    '由 L = 8 的网络增层而来',
    '打开后在该深度从头开始',
  ]);
});

test('of a fresh start it says nothing, also where a path begins', () => {
  expect(openingOf(resultWith({ path: 'restarted' }), () => undefined).lines).toEqual([]);
  expect(openingOf(grown, () => undefined).lines).toEqual([]);
});

import { afterEach, expect, it } from 'vitest';
import { language, list, sentences, setLanguage } from '../../src/messages/index.ts';
import { labText } from '../../src/messages/lab.ts';
import { translator } from '../../src/messages/translator.ts';

afterEach(() => setLanguage('en'));

const say = translator('trial', {
  tripoint_one: '{{count}} tripoint',
  tripoint_other: '{{count}} tripoints',
  sum: '{{a}} + {{b}}',
});

it('puts values into a message and picks the plural form', () => {
  expect(say('sum', { a: 1, b: '<2>' })).toBe('1 + <2>');
  expect(say('tripoint', { count: 1 })).toBe('1 tripoint');
  expect(say('tripoint', { count: 0 })).toBe('0 tripoints');
});

it('speaks Chinese after it was asked to, and English again', async () => {
  const english = labText('subtitle');
  await setLanguage('zh');
  expect(language()).toBe('zh');
  expect(labText('subtitle')).toMatch(/[一-鿿]/);
  await setLanguage('en');
  expect(labText('subtitle')).toBe(english);
});

it('falls back to English where an area has no Chinese', async () => {
  await setLanguage('zh');
  expect(say('tripoint', { count: 2 })).toBe('2 tripoints');
});

it('groups large numbers and joins lists as the language does', async () => {
  expect(say('tripoint', { count: 12000 })).toBe('12,000 tripoints');
  expect(say('sum', { a: -1, b: 9999 })).toBe('−1 + 9999');
  expect(list(['A', 'B', 'C'])).toBe('A, B and C');
  expect(sentences(['One.', '', 'Two.'])).toBe('One. Two.');
  await setLanguage('zh');
  expect(list(['A', 'B', 'C'])).toBe('A、B 和 C');
  expect(sentences(['一。', '二。'])).toBe('一。二。');
});

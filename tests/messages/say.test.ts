import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../src/messages/index.ts';
import { ExplainedError, type Reference, reasonOf, refer } from '../../src/messages/reference.ts';
import { say } from '../../src/messages/say.ts';

afterEach(() => setLanguage('en'));

const nested: Reference = refer('notices', 'run.engineStopped', {
  engine: 'webgpu',
  reason: refer('engines', 'refusal.noWebgpu'),
});

it('says a reference with the references within it, in the language of the moment', async () => {
  expect(say(nested)).toBe('The engine “webgpu” stopped working (This browser has no WebGPU.).');
  await setLanguage('zh');
  expect(say(nested)).toBe('引擎“webgpu”已停止工作（此浏览器不支持 WebGPU。）。');
});

it('survives the way to another thread', () => {
  expect(say(structuredClone(nested))).toBe(say(nested));
});

it('leaves words that are the same in every language as they are', () => {
  expect(say('SwiftShader')).toBe('SwiftShader');
});

it('finds the reason for people in an error, and else the error’s own words', () => {
  const reason = refer('engines', 'refusal.memory');
  expect(reasonOf(new ExplainedError(reason))).toEqual(reason);
  expect(reasonOf(new RangeError('too long'))).toBe('too long');
  expect(reasonOf('broken')).toBe('broken');
});

import { afterEach, expect, test } from 'vitest';
import { parseQuery } from '../../../src/experiment/index.ts';
import { reasonOf, refer, setLanguage } from '../../../src/messages/index.ts';
import { say } from '../../../src/messages/say.ts';
import { sweepFromJson } from '../../../src/sweep/index.ts';
import { createSweepState, dismiss, report } from '../../../src/ui/sweep/sweep-store.ts';

afterEach(() => setLanguage('en'));

/** What reading this text goes wrong with. */
function failureOf(text: string) {
  try {
    sweepFromJson(text);
  } catch (error) {
    return reasonOf(error);
  }
  throw new Error('It was read.');
}

test('what people were told before is said anew in another language', async () => {
  const store = createSweepState([]);
  const reason = failureOf('{"schema": 7}');
  report(store, refer('sweep', 'file.unreadable', { file: 'mine.json', reason }));
  report(store, refer('sweep', 'run.failed', { count: 3, message: 'out of memory' }));
  for (const { message } of parseQuery('depth=200').notices) report(store, message);
  const told = () => store.getState().problems.map(say);
  expect(told()).toEqual([
    expect.stringMatching(/^“mine.json” was not opened\. .*version 7/),
    '3 cells could not be computed: out of memory',
    expect.stringContaining('“depth=200” is above 48'),
  ]);
  await setLanguage('zh');
  expect(told()).toEqual([
    expect.stringMatching(/^无法打开“mine.json”。.*7/),
    '有 3 个单元无法计算：out of memory',
    expect.stringContaining('“depth=200”'),
  ]);
  expect(told().join('')).not.toMatch(/opened|version|computed|above/);
});

test('the same is told once, and again after it was dismissed', () => {
  const store = createSweepState([]);
  for (let time = 0; time < 2; time++) report(store, failureOf('{'));
  const { problems } = store.getState();
  expect(problems.map(say)).toEqual([expect.stringContaining('not JSON')]);
  dismiss(store, problems[0]);
  expect(store.getState().problems).toEqual([]);
  report(store, failureOf('{'));
  expect(store.getState().problems).toHaveLength(1);
});

// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { watchVisibility } from '../../src/ui/visibility.ts';

type See = (entries: readonly { readonly isIntersecting: boolean }[]) => void;

/** What the browser tells those who watch, the newest last. */
const watching: See[] = [];

beforeEach(() => {
  watching.length = 0;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(readonly see: See) {}
      observe = () => void watching.push(this.see);
      disconnect = () => void watching.splice(watching.indexOf(this.see), 1);
    },
  );
});

const scroll = (isIntersecting: boolean) => {
  for (const see of watching) see([{ isIntersecting }]);
};

test('it is told at once whether anybody can see it, and then only what changes', () => {
  const reports: boolean[] = [];
  watchVisibility(document.body, (visible) => reports.push(visible));
  expect(reports).toEqual([true]);
  scroll(true);
  scroll(false);
  scroll(false);
  scroll(true);
  expect(reports).toEqual([true, false, true]);
});

test('a page whose tab is behind others is not seen', () => {
  const reports: boolean[] = [];
  const state = vi.spyOn(document, 'visibilityState', 'get');
  const end = watchVisibility(document.body, (visible) => reports.push(visible));
  for (const present of ['hidden', 'visible'] as const) {
    state.mockReturnValue(present);
    document.dispatchEvent(new Event('visibilitychange'));
  }
  expect(reports).toEqual([true, false, true]);
  end();
  state.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(reports).toEqual([true, false, true]);
  state.mockRestore();
});

test('a watch that has ended reports nothing, and the next one puts right what it said', () => {
  const reports: boolean[] = [];
  const end = watchVisibility(document.body, (visible) => reports.push(visible));
  scroll(false);
  end();
  expect(watching).toEqual([]);
  scroll(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(reports).toEqual([true, false]);
  watchVisibility(document.body, (visible) => reports.push(visible));
  expect(reports).toEqual([true, false, true]);
});

import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/messages/catalogue.ts';

type Modules = Record<string, Record<string, unknown>>;

const english = byArea(import.meta.glob('../../src/messages/en/*.ts', { eager: true }));
const chinese = byArea(import.meta.glob('../../src/messages/zh/*.ts', { eager: true }));
const { index, ...chineseAreas } = chinese;
const areas = Object.keys(english);

/** Each file's catalogue by the file's name. */
function byArea(modules: Modules): Record<string, Catalogue> {
  return Object.fromEntries(
    Object.entries(modules).map(([path, module]) => {
      const area = path.replace(/^.*\/(.*)\.ts$/, '$1');
      return [area, Object.values(module)[0] as Catalogue];
    }),
  );
}

/** Names of the values that a message takes. */
function placeholders(message: string): string[] {
  return [...message.matchAll(/\{\{(\w+)\}\}/g)].map((match) => String(match[1]));
}

/** The English message that a Chinese one stands for; of plurals the general one. */
function original(area: string, key: string): string {
  return String(english[area]?.[key]);
}

describe('the catalogues', () => {
  it('cover the same areas in both languages, and all Chinese ones load with the language', () => {
    expect(Object.keys(chineseAreas).toSorted()).toEqual(areas.toSorted());
    expect(Object.keys(index ?? {}).toSorted()).toEqual(areas.toSorted());
  });

  it.each(areas)('of %s have the same keys in both languages', (area) => {
    const inEnglish = Object.keys(english[area] ?? {}).filter((key) => !key.endsWith('_one'));
    expect(Object.keys(chineseAreas[area] ?? {}).toSorted()).toEqual(inEnglish.toSorted());
  });

  it.each(areas)('of %s give every plural its general form', (area) => {
    const keys = Object.keys(english[area] ?? {});
    for (const key of keys) {
      if (/_(one|zero)$/.test(key)) expect(keys).toContain(key.replace(/_\w+$/, '_other'));
    }
  });

  it.each(areas)('of %s leave no message empty', (area) => {
    const messages = [
      ...Object.entries(english[area] ?? {}),
      ...Object.entries(chineseAreas[area] ?? {}),
    ];
    const empty = messages.filter(([, message]) => message === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it.each(areas)('of %s take the same values in both languages', (area) => {
    for (const [key, message] of Object.entries(chineseAreas[area] ?? {})) {
      const wanted = new Set(placeholders(original(area, key)));
      expect([key, ...new Set(placeholders(message))].toSorted()).toEqual(
        [key, ...wanted].toSorted(),
      );
    }
  });

  it.each(areas)('of %s set the same words apart in both languages', (area) => {
    const tags = (message: string) => (message.match(/<\/?\w+>/g) ?? []).toSorted();
    for (const [key, message] of Object.entries(chineseAreas[area] ?? {})) {
      expect([key, ...tags(message)]).toEqual([key, ...tags(original(area, key))]);
    }
  });

  it.each(areas)('of %s leave nothing untranslated', (area) => {
    const untranslated = Object.entries(chineseAreas[area] ?? {})
      .filter(([, message]) => !/[一-鿿]/.test(message))
      .filter(([, message]) => isForPeople(message));
    expect(untranslated).toEqual([]);
  });
});

/** Whether a message has words at all: names and symbols are the same in every language. */
function isForPeople(message: string): boolean {
  const words = message.replace(/\{\{\w+\}\}|<\/?\w+>/g, ' ');
  return /(?<![\w.])\p{Ll}{2,}\b/u.test(words.replace(/https?:\S+/g, ''));
}

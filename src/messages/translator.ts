/** The library behind the catalogues, and the typed door to it. */
import i18next from 'i18next';
import type { Catalogue, KeyOf } from './catalogue.ts';

export type { Translation } from './catalogue.ts';

export const languages = { en: 'English', zh: '简体中文' } as const;
export type Language = keyof typeof languages;

/** Values that go into a message at `{{name}}`; `count` also decides the plural form. Whole numbers are grouped. */
export type Values = Readonly<Record<string, string | number>>;

/** Says a message of one area in the present language. */
export type Say<English extends Catalogue> = (key: KeyOf<English>, values?: Values) => string;

void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  ns: [],
  resources: {},
  initAsync: false,
  // Keys are flat; a dot in one is part of its name.
  keySeparator: false,
  nsSeparator: false,
  // React and textContent escape; a message is never put into a page as markup.
  interpolation: { escapeValue: false },
});

/** Registers the English catalogue of an area and gives the function that says its messages. */
export function translator<const English extends Catalogue>(
  area: string,
  english: English,
): Say<English> {
  i18next.addResourceBundle('en', area, english, false, true);
  return (key, values) => message(area, key, values);
}

/** Says a message whose area has been registered. */
export function message(area: string, key: string, values: Values = {}): string {
  return template(area, key, values.count).replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : written(value);
  });
}

/** Messages with their places still open. Charts say dozens with every frame, and looking one up takes the library longer than drawing a line. */
const templates = new Map<string, string>();

function template(area: string, key: string, count?: string | number): string {
  // None, one and many are all the forms that English and Chinese have.
  const many = typeof count !== 'number' ? undefined : count === 0 || count === 1 ? count : 2;
  const name = `${i18next.language}/${area}/${key}/${many}`;
  const known = templates.get(name);
  if (known !== undefined) return known;
  const found = i18next.t(key, {
    ns: area,
    skipInterpolation: true,
    ...(many !== undefined && { count: many }),
  });
  templates.set(name, found);
  return found;
}

export function language(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

/** The locale in which numbers and dates are written. */
export function locale(): string {
  return locales[language()];
}

const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };

/** Changes the language, fetching its catalogues first where they are not here yet. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'zh' && !i18next.hasResourceBundle('zh', 'lab')) {
    const { chinese } = await import('./zh/index.ts');
    for (const [area, catalogue] of Object.entries(chinese)) {
      i18next.addResourceBundle('zh', area, catalogue, false, true);
    }
  }
  await i18next.changeLanguage(next);
}

/** Calls back after every change of language; returns what ends that. */
export function onLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** "A, B and C" in the present language; in Chinese "A、B 和 C". */
export function list(words: readonly string[]): string {
  const joined = lists().format(words);
  // Between characters and letters stands a space, as in every other message.
  return joined
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{N})])和/gu, ' 和')
    .replace(/和(?=[\p{Script=Latin}\p{Script=Greek}\p{N}(])/gu, '和 ');
}

/** Sentences one after the other, as the present language spaces them. */
export function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(language() === 'zh' ? '' : ' ');
}

// Making a formatter takes longer than a chart takes to draw.
const lists = perLanguage((of) => new Intl.ListFormat(of, { type: 'conjunction' }));
const numbers = perLanguage(
  (of) => new Intl.NumberFormat(of, { useGrouping: 'min2', maximumFractionDigits: 12 }),
);

/** Makes the formatter of the present language when it is first asked for, and keeps it. */
function perLanguage<Formatter>(make: (locale: string) => Formatter): () => Formatter {
  const made = new Map<string, Formatter>();
  return () => {
    const known = made.get(locale());
    if (known) return known;
    const formatter = make(locale());
    made.set(locale(), formatter);
    return formatter;
  };
}

function written(value: string | number): string {
  // The formatter would say the same, and takes longer to make than a first screen to render.
  const isPlain = Number.isInteger(value) && Math.abs(Number(value)) < 10_000;
  if (isPlain) return String(value).replace('-', '−');
  return typeof value === 'number' ? numbers().format(value).replace('-', '−') : value;
}

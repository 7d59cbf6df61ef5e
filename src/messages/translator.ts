/** The library behind the catalogues, and the typed door to it. */
import i18next from 'i18next';

export const languages = { en: 'English', zh: '简体中文' } as const;
export type Language = keyof typeof languages;

/** Messages by key; plural forms end in `_one` and `_other` and are asked for without the ending. */
export type Catalogue = Readonly<Record<string, string>>;

type Asked<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other`
  ? Stem
  : Key;

/** The keys that a catalogue can be asked for. */
export type KeyOf<English extends Catalogue> = Asked<Extract<keyof English, string>>;

/** What the catalogue of another language must hold: Chinese needs no singular of its own. */
export type Translation<English extends Catalogue> = {
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: string;
};

/** Values that go into a message at `{{name}}`; `count` also decides the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/** Says a message of one area in the present language. */
export type Say<English extends Catalogue> = (key: KeyOf<English>, values?: Values) => string;

void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  ns: [],
  resources: {},
  initAsync: false,
  // React and textContent escape; a message is never put into a page as markup.
  interpolation: { escapeValue: false },
});

/** Registers the English catalogue of an area and gives the function that says its messages. */
export function translator<const English extends Catalogue>(
  area: string,
  english: English,
): Say<English> {
  i18next.addResourceBundle('en', area, english, false, true);
  return (key, values) => i18next.t(key, { ns: area, ...values });
}

export function language(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

/** The locale in which numbers and dates are written. */
export function locale(): string {
  return language() === 'zh' ? 'zh-CN' : 'en-GB';
}

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

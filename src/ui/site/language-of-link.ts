/** Which language a link and a browser ask for. It knows no messages, so that nothing else has to load first. */

/** The languages there are, as HTML names them. */
export const languageTags = { en: 'en', zh: 'zh-Hans' } as const;
export type LinkLanguage = keyof typeof languageTags;

/** The choice that the query part of a link makes; `auto` is the browser's. */
export function languageOfLink(query: string): 'auto' | LinkLanguage {
  return known(new URLSearchParams(query).getAll('language').at(-1)) ?? 'auto';
}

/** The language of a choice; of those that the browser speaks, the first there is here. */
export function languageFor(
  choice: 'auto' | LinkLanguage,
  spoken: readonly string[] = navigator.languages,
): LinkLanguage {
  if (choice !== 'auto') return choice;
  for (const tag of spoken) {
    const one = known(tag.toLowerCase().split('-')[0]);
    if (one) return one;
  }
  return 'en';
}

function known(name: string | undefined): LinkLanguage | undefined {
  return (Object.keys(languageTags) as LinkLanguage[]).find((one) => one === name);
}

/** The language of the page: which one a visitor gets, and what changes with it. */
import { useSyncExternalStore } from 'react';
import { type Language, language, languages, onLanguage, setLanguage } from '../messages/index.ts';
import { siteText } from '../messages/site.ts';

/** The names of the field `language` in src/experiment; `auto` is the browser's. */
export type LanguageChoice = 'auto' | Language;

/** As HTML names the languages. */
const tags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

/** The language of a choice; of those that the browser speaks, the first there is here. */
export function languageFor(
  choice: LanguageChoice,
  spoken: readonly string[] = navigator.languages,
): Language {
  if (choice !== 'auto') return choice;
  for (const tag of spoken) {
    const known = languageOf(tag.toLowerCase().split('-')[0]);
    if (known) return known;
  }
  return 'en';
}

/** The choice that the query part of a link makes. */
export function languageOfLink(query: string): LanguageChoice {
  return languageOf(new URLSearchParams(query).getAll('language').at(-1)) ?? 'auto';
}

function languageOf(name: string | undefined): Language | undefined {
  return (Object.keys(languages) as Language[]).find((one) => one === name);
}

/**
 * Shows the page in a language, with its title; the views that are open are rendered anew. Where
 * its catalogues cannot be fetched the page keeps the language it has.
 */
export async function showLanguage(choice: LanguageChoice): Promise<void> {
  try {
    await setLanguage(languageFor(choice));
  } catch {
    return;
  }
  document.documentElement.lang = tags[language()];
  document.title = siteText('title');
  document
    .querySelector('meta[name="description"]')
    ?.setAttribute('content', siteText('description'));
}

/** Shows a language on a page that keeps no experiment, and writes it into the address. */
export function chooseLanguage(choice: LanguageChoice): void {
  const address = new URL(location.href);
  if (choice === 'auto') address.searchParams.delete('language');
  else address.searchParams.set('language', choice);
  history.replaceState(null, '', address);
  void showLanguage(choice);
}

/** The present language; re-renders when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}

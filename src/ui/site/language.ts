/** The language of the page: which one a visitor gets, and what changes with it. */
import { useSyncExternalStore } from 'react';
import { type Language, language, onLanguage, setLanguage } from '../../messages/index.ts';
import { siteText } from '../../messages/site.ts';
import { languageFor, type languageOfLink, languageTags } from './language-of-link.ts';

/** The names of the field `language` in src/experiment; `auto` is the browser's. */
export type LanguageChoice = ReturnType<typeof languageOfLink>;

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
  document.documentElement.lang = languageTags[language()];
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
  return useSyncExternalStore(onLanguage, language, language);
}

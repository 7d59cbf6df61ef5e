/** The theme of the page: which one a visitor gets, and what changes with it. */
import { useSyncExternalStore } from 'react';

export const themes = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];
/** The names of the field `theme` in src/experiment; `auto` is the system's. */
export type ThemeChoice = 'auto' | Theme;

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
/** Read once, and then only when told of a change: in Chromium a reading just before swallows the event. */
let dark = prefersDark.matches;
let present: ThemeChoice = 'auto';
const listeners = new Set<() => void>();

export function themeFor(choice: ThemeChoice): Theme {
  if (choice !== 'auto') return choice;
  return dark ? 'dark' : 'light';
}

/** The choice that the query part of a link makes. */
export function themeOfLink(query: string): ThemeChoice {
  const asked = new URLSearchParams(query).getAll('theme').at(-1);
  return themes.find((theme) => theme === asked) ?? 'auto';
}

/** Shows the page in a theme. */
export function showTheme(choice: ThemeChoice): void {
  present = choice;
  document.documentElement.dataset.theme = themeFor(choice);
  for (const listener of listeners) listener();
}

prefersDark.addEventListener('change', ({ matches }) => {
  dark = matches;
  showTheme(present);
});

/** Shows a theme on a page that keeps no experiment, and writes it into the address. */
export function chooseTheme(choice: ThemeChoice): void {
  const address = new URL(location.href);
  if (choice === 'auto') address.searchParams.delete('theme');
  else address.searchParams.set('theme', choice);
  history.replaceState(null, '', address);
  showTheme(choice);
}

const choice = () => present;
const theme = () => themeFor(present);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme chosen now; re-renders when it, or what the system prefers, changes. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, choice, choice);
}

/** The theme on screen; re-renders when it changes, so that letters are sized and canvases painted anew. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, theme, theme);
}

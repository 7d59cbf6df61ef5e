import { compare } from './en/compare.ts';
import { translator } from './translator.ts';

/** Messages of the page that shows two experiments side by side. */
export const compareText = translator('compare', compare);

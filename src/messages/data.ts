import { data } from './en/data.ts';
import { translator } from './translator.ts';

/** Titles of the built-in data. */
export const dataText = translator('data', data);

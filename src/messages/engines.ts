import { engines } from './en/engines.ts';
import { translator } from './translator.ts';

/** What engines run on, and why they do or do not. */
export const enginesText = translator('engines', engines);

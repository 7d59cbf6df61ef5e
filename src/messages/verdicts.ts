import { verdicts } from './en/verdicts.ts';
import { translator } from './translator.ts';

/** What theory says for a rank. */
export const verdictsText = translator('verdicts', verdicts);

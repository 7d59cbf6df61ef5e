import { verdicts } from './en/verdicts.ts';
import { translator } from './translator.ts';

/** What a run shows, and what theory says for its rank. */
export const verdictsText = translator('verdicts', verdicts);

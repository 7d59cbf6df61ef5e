import { science } from './en/science.ts';
import { translator } from './translator.ts';

/** Messages about restarts and ranks: the science beyond what every run shows, which loads behind that. */
export const scienceText = translator('science', science);

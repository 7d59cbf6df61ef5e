import { science } from './en/science.ts';
import { translator } from './translator.ts';

/** Messages about starts, restarts and ranks: the science beyond what every run shows. */
export const scienceText = translator('science', science);

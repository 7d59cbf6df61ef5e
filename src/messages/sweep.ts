import { sweep } from './en/sweep.ts';
import { translator } from './translator.ts';

/** Messages of sweeps: their page, and what goes wrong with their files. */
export const sweepText = translator('sweep', sweep);

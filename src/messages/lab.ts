import { lab } from './en/lab.ts';
import { translator } from './translator.ts';

/** Messages of the lab. */
export const labText = translator('lab', lab);

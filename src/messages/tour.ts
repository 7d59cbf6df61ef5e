import { tour } from './en/tour.ts';
import { translator } from './translator.ts';

/** The guided tour of the lab. */
export const tourText = translator('tour', tour);

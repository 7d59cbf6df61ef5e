import { fields } from './en/fields.ts';
import { translator } from './translator.ts';

/** Titles, help and choices of the fields of an experiment. */
export const fieldsText = translator('fields', fields);

import { presets } from './en/presets.ts';
import { translator } from './translator.ts';

/** Titles of the presets, and a line on each. */
export const presetsText = translator('presets', presets);

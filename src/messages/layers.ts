import { layers } from './en/layers.ts';
import { translator } from './translator.ts';

/** What is inside one layer. */
export const layersText = translator('layers', layers);

import { tools } from './en/tools.ts';
import { translator } from './translator.ts';

/** Messages of the lab's tools: own points, undo, presets, themes, layers. */
export const toolsText = translator('tools', tools);

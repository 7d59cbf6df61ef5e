import { tools } from './en/tools.ts';
import { translator } from './translator.ts';

/** Messages of the lab's tools: own points, undo, the way into the tour, and help. */
export const toolsText = translator('tools', tools);

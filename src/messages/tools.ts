import { tools } from './en/tools.ts';
import { translator } from './translator.ts';

/** Messages of the lab's tools: own points, undo and help. */
export const toolsText = translator('tools', tools);

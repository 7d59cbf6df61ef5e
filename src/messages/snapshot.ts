import { snapshot } from './en/snapshot.ts';
import { translator } from './translator.ts';

/** Messages about settled networks from files. */
export const snapshotText = translator('snapshot', snapshot);

import { notices } from './en/notices.ts';
import { translator } from './translator.ts';

/** What people should know of a link or a run. */
export const noticesText = translator('notices', notices);

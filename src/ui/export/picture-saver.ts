import { importLater } from '../later.ts';

/** What saves a picture, which nobody needs before they press its button. */
export const pictureSaver = importLater(() => import('./save-picture.ts'));

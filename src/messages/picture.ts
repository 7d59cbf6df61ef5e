import { picture } from './en/picture.ts';
import { translator } from './translator.ts';

/** Messages of the menu with which a picture is saved. */
export const pictureText = translator('picture', picture);

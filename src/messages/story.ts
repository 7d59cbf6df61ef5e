import { story } from './en/story.ts';
import { translator } from './translator.ts';

/** The story of the article, section by section. */
export const storyText = translator('story', story);

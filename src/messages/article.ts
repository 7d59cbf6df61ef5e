import { article } from './en/article.ts';
import { translator } from './translator.ts';

/** Messages of the article around its story: the hero, the figures, the foot. */
export const articleText = translator('article', article);

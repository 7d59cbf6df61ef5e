import { site } from './en/site.ts';
import { translator } from './translator.ts';

/** What the page says about itself outside its views. */
export const siteText = translator('site', site);

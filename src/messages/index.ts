/**
 * Every sentence that people read, in English and in Simplified Chinese, by area. It is not where
 * anything is decided or measured: values go in, a sentence comes out. It imports nothing of the
 * other folders, and every one of them may import it.
 *
 * One area is three files of the same name: `en/AREA.ts` has the messages, `zh/AREA.ts` the same
 * keys in Chinese (a missing one does not compile), and `AREA.ts` makes the function that says
 * them, which also loads the English ones with whatever part of the page needs them. Chinese
 * loads when somebody asks for it.
 */
export {
  type Language,
  language,
  languages,
  locale,
  onLanguage,
  setLanguage,
  type Values,
} from './translator.ts';

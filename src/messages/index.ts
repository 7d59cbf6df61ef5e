/**
 * Every sentence that people read, in English and in Simplified Chinese, by area. It is not where
 * anything is decided or measured: values go in, a sentence comes out. It imports nothing of the
 * other folders, and every one of them may import it.
 *
 * One area is three files of the same name: `en/AREA.ts` has the messages, `zh/AREA.ts` the same
 * keys in Chinese (a missing one does not compile), and `AREA.ts` makes the function that says
 * them, which also loads the English ones with whatever part of the page needs them. Chinese
 * loads when somebody asks for it.
 *
 * Only the page and the command line know the present language. Experiment, engine, analysis and
 * session, half of which live in a worker, hand out a `Reference` where they have something to
 * say to people: area, key and values, made by `refer` of reference.ts, the only file of this
 * folder that they import. Whoever shows it calls `say` of say.ts, which loads the areas that can
 * be referred to. An error that people read is an `ExplainedError` with such a reference; errors
 * of programming stay in English.
 */
export { type Reference, type ReferenceValue, reasonOf, refer } from './reference.ts';
export {
  type Language,
  language,
  languages,
  list,
  locale,
  onLanguage,
  sentences,
  setLanguage,
  type Values,
} from './translator.ts';

import { useEffect, useRef } from 'react';
import { type Language, languages } from '../../messages/index.ts';
import { siteText } from '../../messages/site.ts';
import { OneOf } from '../controls/OneOf.tsx';
import { chooseLanguage, type LanguageChoice, useLanguage } from './language.ts';
import { languageFor, languageTags } from './language-of-link.ts';

interface LanguageSwitchProps {
  /** By default the choice is written into the address. */
  readonly onChoose?: (choice: LanguageChoice) => void;
}

/** The language just chosen here: its button takes the focus over once the page is rendered anew. */
let justChosen: Language | undefined;

/** English or Chinese. Choosing what the browser speaks anyway leaves the link without a language. */
export function LanguageSwitch({ onChoose = chooseLanguage }: LanguageSwitchProps) {
  const present = useLanguage();
  const focused = useRef(justChosen === present);
  useEffect(() => {
    justChosen = undefined;
  }, []);
  const choose = (next: Language) => {
    justChosen = next;
    onChoose(next === languageFor('auto') ? 'auto' : next);
  };
  return (
    <OneOf
      className="language-switch"
      optionClassName="language-button"
      aria-label={siteText('language')}
      options={(Object.keys(languages) as Language[]).map((name) => ({
        name,
        content: languages[name],
        lang: languageTags[name],
        focused: focused.current && name === present,
      }))}
      chosen={present}
      onChoose={choose}
    />
  );
}

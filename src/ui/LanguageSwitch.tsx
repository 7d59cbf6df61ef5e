import { useEffect, useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type Language, languages } from '../messages/index.ts';
import { siteText } from '../messages/site.ts';
import { chooseLanguage, type LanguageChoice, languageFor, useLanguage } from './language.ts';

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
    <ToggleButtonGroup
      className="language-switch"
      aria-label={siteText('language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[present]}
      onSelectionChange={(keys) => {
        const [chosen] = [...keys];
        if (chosen !== present) choose(chosen as Language);
      }}
    >
      {Object.entries(languages).map(([name, title]) => (
        <ToggleButton
          key={name}
          id={name}
          lang={name === 'zh' ? 'zh-Hans' : name}
          className="language-button"
          autoFocus={focused.current && name === present}
        >
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

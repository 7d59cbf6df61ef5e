import { type ReactNode, useRef } from 'react';
import { afterPicture } from '../later.ts';

// The library of widgets brings much along for arrow keys between buttons.
const useOneOfButtons = afterPicture(async () => (await import('./OneOfButtons.tsx')).OneOfButtons);

export interface Option<Name extends string = string> {
  readonly name: Name;
  readonly content: ReactNode;
  /** What it is called where its content has no words. */
  readonly label?: string;
  readonly lang?: string;
  /** Takes the focus when it appears. */
  readonly focused?: boolean;
}

export interface OneOfProps<Name extends string = string> {
  readonly className: string;
  readonly optionClassName: string;
  readonly options: readonly Option<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
}

/** A row of buttons of which one is chosen: plain ones at once, and a moment later one stop of the keyboard with arrows between them. */
export function OneOf<Name extends string>({ onChoose, ...props }: OneOfProps<Name>) {
  const { options, chosen } = props;
  const choose = (key: string) => {
    const option = options.find(({ name }) => name === key);
    if (option && option.name !== chosen) onChoose(option.name);
  };
  const OneOfButtons = useOneOfButtons();
  // Who has come to a plain button by the keyboard stays there when the other ones take its place.
  const focused = useRef<string>(undefined);
  if (!OneOfButtons) {
    const onFocus = (name: string | undefined) => {
      focused.current = name;
    };
    return <PlainButtons {...props} onChoose={choose} onFocus={onFocus} />;
  }
  const kept = options.map((option) =>
    option.name === focused.current ? { ...option, focused: true } : option,
  );
  return <OneOfButtons {...props} options={kept} onChoose={choose} />;
}

interface PlainButtonsProps extends OneOfProps {
  /** @param name of the button that has the focus now; undefined where none has */
  readonly onFocus: (name: string | undefined) => void;
}

function PlainButtons(props: PlainButtonsProps) {
  const { className, optionClassName, options, chosen, onChoose, onFocus } = props;
  return (
    <div className={className}>
      {options.map(({ name, content, label, lang }) => (
        <button
          key={name}
          type="button"
          className={optionClassName}
          data-selected={name === chosen || undefined}
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
          onFocus={() => onFocus(name)}
          onBlur={() => onFocus(undefined)}
          aria-label={label}
          lang={lang}
        >
          {content}
        </button>
      ))}
    </div>
  );
}

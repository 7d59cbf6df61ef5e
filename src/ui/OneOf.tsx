import type { ReactNode } from 'react';
import { afterPicture } from './later.ts';

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

/** A row of buttons of which one is chosen. It stands in its place at once, and can be used a moment later. */
export function OneOf<Name extends string>({ onChoose, ...props }: OneOfProps<Name>) {
  const { options, chosen } = props;
  const OneOfButtons = useOneOfButtons();
  if (!OneOfButtons) return <Placeholder {...props} />;
  return (
    <OneOfButtons
      {...props}
      onChoose={(key) => {
        const option = options.find(({ name }) => name === key);
        if (option && option.name !== chosen) onChoose(option.name);
      }}
    />
  );
}

function Placeholder(props: Omit<OneOfProps, 'onChoose'>) {
  const { className, optionClassName, options, chosen } = props;
  return (
    <div className={className}>
      {options.map(({ name, content, label, lang }) => (
        <button
          key={name}
          type="button"
          disabled
          className={optionClassName}
          data-selected={name === chosen || undefined}
          aria-label={label}
          lang={lang}
        >
          {content}
        </button>
      ))}
    </div>
  );
}

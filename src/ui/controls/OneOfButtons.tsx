import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { OneOfProps } from './OneOf.tsx';

/** The buttons of OneOf.tsx, once they can be used. */
export function OneOfButtons(props: OneOfProps) {
  const { className, optionClassName, options, chosen, onChoose, ...labels } = props;
  return (
    <ToggleButtonGroup
      {...labels}
      className={className}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={([key]) => onChoose(String(key))}
    >
      {options.map(({ name, content, label, lang, focused }) => (
        <ToggleButton
          key={name}
          id={name}
          className={optionClassName}
          autoFocus={focused === true}
          {...(label !== undefined && { 'aria-label': label })}
          {...(lang !== undefined && { lang })}
        >
          {content}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import {
  type ChoiceField,
  type FieldName,
  helpOf,
  titleOf,
  titleOfValue,
} from '../../experiment/index.ts';
import { say } from '../../messages/say.ts';
import { InfoButton, useHelp } from './InfoButton.tsx';

interface ChoiceControlProps {
  readonly name: FieldName;
  readonly field: ChoiceField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A choice of the schema. */
export function ChoiceControl({ name, field, value, onChange }: ChoiceControlProps) {
  const title = say(titleOf(name));
  const help = useHelp();
  return (
    <Select
      className="control choice"
      data-help={help.shown || undefined}
      value={value}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
    >
      <span className="label-row">
        <Label>{title}</Label>
        <InfoButton title={title} {...help} />
      </span>
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Text slot="description" className="help">
        {say(helpOf(name))}
      </Text>
      <Popover className="popover">
        <ListBox className="list">
          {field.names.map((choice) => (
            <ListBoxItem
              key={choice}
              id={choice}
              textValue={say(titleOfValue(name, choice))}
              className="list-item"
            >
              {say(titleOfValue(name, choice))}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

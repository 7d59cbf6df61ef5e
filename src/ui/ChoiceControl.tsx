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
import type { ChoiceField } from '../experiment/index.ts';

interface ChoiceControlProps {
  readonly field: ChoiceField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A choice of the schema. */
export function ChoiceControl({ field, value, onChange }: ChoiceControlProps) {
  return (
    <Select
      className="control choice"
      value={value}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
    >
      <Label>{field.title}</Label>
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Text slot="description" className="help">
        {field.help}
      </Text>
      <Popover className="popover">
        <ListBox className="list">
          {Object.entries(field.names).map(([name, title]) => (
            <ListBoxItem key={name} id={name} textValue={title} className="list-item">
              {title}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

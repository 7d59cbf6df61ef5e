import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { sweepText } from '../../messages/sweep.ts';
import type { ListAxis } from './design.ts';

interface ListFieldProps {
  readonly axis: ListAxis | 'steps';
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A list of numbers, typed. */
export function ListField({ axis, value, problem, onChange }: ListFieldProps) {
  return (
    <TextField
      className="list-field"
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
      inputMode="text"
      autoComplete="off"
    >
      <Label className="list-title">{sweepText(`design.${axis}`)}</Label>
      <Input className="number-input" />
      <Text slot="description" className="hint">
        {sweepText(`design.${axis}Help`)}
      </Text>
      <FieldError className="problem">{problem}</FieldError>
    </TextField>
  );
}

import { useState } from 'react';
import {
  Button,
  FieldError,
  Input,
  Label,
  Slider,
  SliderThumb,
  SliderTrack,
  Text,
  TextField,
} from 'react-aria-components';
import {
  type FieldName,
  helpOf,
  type NumberField,
  parseQuery,
  titleOf,
} from '../../experiment/index.ts';
import { labText } from '../../messages/lab.ts';
import { say } from '../../messages/say.ts';
import { InfoButton, useHelp } from './InfoButton.tsx';
import { positionOf, sliderSteps, valueAt } from './slider-scale.ts';

interface NumberControlProps {
  readonly name: FieldName;
  readonly field: NumberField;
  readonly value: number;
  readonly chosen: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number | undefined) => void;
}

/** A number of the schema: a slider for the feel of it and a text field for the exact value. */
export function NumberControl(props: NumberControlProps) {
  const { name, field, value, chosen, isDisabled = false, onChange } = props;
  const [draft, setDraft] = useState<string>();
  const title = say(titleOf(name));
  const help = useHelp();
  const problem = draft === undefined ? undefined : problemWith(name, draft);
  const commit = () => {
    if (draft !== undefined && problem === undefined) onChange(Number(draft));
    setDraft(undefined);
  };
  return (
    <div className="control" data-help={help.shown || undefined}>
      <TextField
        className="number-field"
        value={draft ?? written(value)}
        onChange={setDraft}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(undefined);
        }}
        isInvalid={problem !== undefined}
        isDisabled={isDisabled}
        inputMode="decimal"
      >
        <span className="label-row">
          <Label>{title}</Label>
          <InfoButton title={title} {...help} />
        </span>
        <Input className="number-input" />
        {chosen && !isDisabled && (
          <Button
            className="default-button"
            aria-label={labText('backToDefault', { title })}
            onPress={() => onChange(undefined)}
          >
            ↺
          </Button>
        )}
        <Text slot="description" className="help">
          {say(helpOf(name))}
        </Text>
        <FieldError className="problem">{problem}</FieldError>
      </TextField>
      <Slider
        aria-label={title}
        className="number-slider"
        minValue={0}
        maxValue={sliderSteps(field)}
        value={positionOf(field, value)}
        onChange={(position) => onChange(valueAt(field, position))}
        isDisabled={isDisabled}
      >
        <SliderTrack className="number-track">
          <SliderThumb className="number-thumb" />
        </SliderTrack>
      </Slider>
    </div>
  );
}

function written(value: number): string {
  return value !== 0 && Math.abs(value) < 0.01 ? value.toExponential() : String(value);
}

function problemWith(name: FieldName, text: string): string | undefined {
  const [notice] = parseQuery(new URLSearchParams({ [name]: text }).toString()).notices;
  return notice && say(notice.message);
}

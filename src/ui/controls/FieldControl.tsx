import { memo } from 'react';
import { dataFamilies, type FieldName, fieldOf } from '../../experiment/index.ts';
import { useLab, useLabState } from '../lab.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { NumberControl } from './NumberControl.tsx';

/** The control of one field. It renders when that field changes, not when any does: a drag of the depth passes through many experiments. */
export const FieldControl = memo(function FieldControl({ name }: { readonly name: FieldName }) {
  const lab = useLab();
  const value = useLabState((state) => state.experiment[name]);
  const chosen = useLabState((state) => state.choices[name] !== undefined);
  const family = useLabState(({ experiment }) =>
    name === 'points' ? dataFamilies[experiment.data] : undefined,
  );
  const field = fieldOf(name);
  if (field.kind === 'text') return null;
  return field.kind === 'choice' ? (
    <ChoiceControl
      name={name}
      field={field}
      value={String(value)}
      onChange={(choice) => lab.choose({ [name]: choice })}
    />
  ) : (
    <NumberControl
      name={name}
      field={family?.mostPoints === undefined ? field : { ...field, max: family.mostPoints }}
      value={Number(value)}
      chosen={chosen}
      isDisabled={family?.fixed ?? false}
      onChange={(number) => lab.choose({ [name]: number })}
    />
  );
});

import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import {
  dataFamilies,
  type Experiment,
  type FieldName,
  fieldNames,
  fieldOf,
  type Group,
} from '../experiment/index.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { EngineNote } from './EngineNote.tsx';
import { useLab, useLabState } from './lab.ts';
import { NumberControl } from './NumberControl.tsx';

const groups: readonly { readonly group: Group; readonly title: string; readonly open?: true }[] = [
  { group: 'data', title: 'Data', open: true },
  { group: 'regularisation', title: 'Regularisation', open: true },
  { group: 'network', title: 'Network' },
  { group: 'optimiser', title: 'Optimiser' },
  { group: 'start', title: 'Start' },
  { group: 'page', title: 'Reading and engine' },
];

/** Fields that the page offers elsewhere or that have nothing to choose. */
const elsewhere = new Set<FieldName>(['depth', 'view', 'task']);

/** Whether a field does anything in this experiment. */
function matters(name: FieldName, experiment: Experiment): boolean {
  switch (name) {
    case 'amplitude':
      return experiment.init === 'small';
    case 'gain':
      return experiment.init === 'he' || experiment.init === 'orthogonal';
    case 'warmUpLoss':
    case 'ramp':
      return experiment.warmUp !== 1;
    default:
      return true;
  }
}

/** Every field of the experiment, grouped; depth has its own place on the page. */
export function Controls() {
  const lab = useLab();
  const experiment = useLabState((state) => state.experiment);
  const choices = useLabState((state) => state.choices);
  return (
    <section className="controls" aria-label="Experiment">
      {groups.map(({ group, title, open }) => (
        <Disclosure key={group} className="group" defaultExpanded={open === true}>
          <Heading level={2}>
            <Button slot="trigger" className="group-button">
              <span className="group-arrow" aria-hidden="true">
                ▸
              </span>
              {title}
            </Button>
          </Heading>
          <DisclosurePanel className="group-panel">
            {fieldNames
              .filter((name) => fieldOf(name).group === group)
              .filter((name) => !elsewhere.has(name) && matters(name, experiment))
              .map((name) => {
                const field = fieldOf(name);
                return field.kind === 'choice' ? (
                  <ChoiceControl
                    key={name}
                    field={field}
                    value={String(experiment[name])}
                    onChange={(value) => lab.choose({ [name]: value })}
                  />
                ) : (
                  <NumberControl
                    key={name}
                    name={name}
                    field={field}
                    value={Number(experiment[name])}
                    chosen={choices[name] !== undefined}
                    isDisabled={name === 'points' && dataFamilies[experiment.data].fixed}
                    onChange={(value) => lab.choose({ [name]: value })}
                  />
                );
              })}
            {group === 'page' && <EngineNote />}
          </DisclosurePanel>
        </Disclosure>
      ))}
    </section>
  );
}

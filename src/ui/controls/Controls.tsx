import { useMemo } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import {
  type Experiment,
  type FieldName,
  fieldNames,
  fieldOf,
  type Group,
  startsShallower,
  titleOfGroup,
} from '../../experiment/index.ts';
import { labText } from '../../messages/lab.ts';
import { say } from '../../messages/say.ts';
import { toolsText } from '../../messages/tools.ts';
import { useLab, useLabState } from '../lab.ts';
import { EngineNote } from '../notes/EngineNote.tsx';
import { InTurn } from '../turn.ts';
import { FieldControl } from './FieldControl.tsx';

const groups: readonly { readonly group: Group; readonly open?: true }[] = [
  { group: 'data', open: true },
  { group: 'regularisation', open: true },
  { group: 'network' },
  { group: 'optimiser' },
  { group: 'start' },
  { group: 'page' },
];

/** Fields that the page offers elsewhere or that have nothing to choose. */
const elsewhere = new Set<FieldName>(['depth', 'view', 'language', 'theme', 'ownPoints']);
/** What a group's reset leaves alone: what is trained on is not a setting of it. */
const kept = new Set<FieldName>(['task', 'data']);

/** Whether a field does anything in this experiment. */
function matters(name: FieldName, experiment: Experiment): boolean {
  switch (name) {
    case 'amplitude':
      return experiment.init === 'small';
    case 'gain':
      return experiment.init !== 'small' && experiment.init !== 'uniform';
    case 'warmUpLoss':
    case 'ramp':
      return experiment.warmUp !== 1;
    case 'starts':
    case 'startDepth':
      return experiment.lambda > 0;
    case 'shortSteps':
      return (experiment.starts > 1 && experiment.lambda > 0) || startsShallower(experiment);
    case 'trueRank':
    case 'inputDimension':
    case 'outputDimension':
      return experiment.task === 'rank-recovery';
    case 'imageSide':
    case 'probeNoise':
      return experiment.data === 'digits';
    case 'probes':
      return experiment.task === 'autoencoder' && experiment.data !== 'digits';
    default:
      return true;
  }
}

/** The fields of a group that do something now, in the order of the schema. */
function useFields(group: Group): readonly FieldName[] {
  const names = useLabState(({ experiment }) =>
    fieldNames
      .filter((name) => fieldOf(name).group === group)
      .filter((name) => !elsewhere.has(name) && matters(name, experiment))
      .join(' '),
  );
  return useMemo(() => names.split(' ') as FieldName[], [names]);
}

/** Every field of the experiment, grouped; depth has its own place on the page. */
export function Controls() {
  return (
    <section className="controls" aria-label={labText('experiment')}>
      {groups.map(({ group, open }) => (
        <ControlGroup key={group} group={group} open={open === true} />
      ))}
    </section>
  );
}

interface ControlGroupProps {
  readonly group: Group;
  readonly open: boolean;
}

function ControlGroup({ group, open }: ControlGroupProps) {
  const fields = useFields(group);
  return (
    <Disclosure className="group" defaultExpanded={open}>
      <Heading level={2}>
        <Button slot="trigger" className="group-button">
          <span className="group-arrow" aria-hidden="true">
            ▸
          </span>
          {say(titleOfGroup(group))}
        </Button>
      </Heading>
      <DisclosurePanel className="group-panel">
        {fields.map((name) => (
          <InTurn key={name}>
            <FieldControl name={name} />
          </InTurn>
        ))}
        {group === 'page' && (
          <InTurn>
            <EngineNote />
          </InTurn>
        )}
        <GroupReset fields={fields} />
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Gives every field of a group back to its default, where one was chosen. */
function GroupReset({ fields }: { readonly fields: readonly FieldName[] }) {
  const lab = useLab();
  const settings = fields.filter((name) => !kept.has(name));
  const anyChosen = useLabState(({ choices }) =>
    settings.some((name) => choices[name] !== undefined),
  );
  if (!anyChosen) return null;
  return (
    <Button
      className="link-button group-reset"
      onPress={() => lab.choose(Object.fromEntries(settings.map((name) => [name, undefined])))}
    >
      {toolsText('resetGroup')}
    </Button>
  );
}

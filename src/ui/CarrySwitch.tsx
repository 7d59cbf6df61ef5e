import { Switch } from 'react-aria-components';
import { labText } from '../messages/lab.ts';
import { useLab, useLabState } from './lab.ts';

/** Whether a change of depth keeps the trained network, which then tends to keep its rank too. */
export function CarrySwitch() {
  const lab = useLab();
  const carries = useLabState((state) => state.experiment.depthChange === 'carry');
  return (
    <Switch
      className="switch"
      isSelected={carries}
      onChange={(on) => lab.choose({ depthChange: on ? 'carry' : undefined })}
    >
      <span className="switch-track" aria-hidden="true" />
      {labText('carry')}
    </Switch>
  );
}

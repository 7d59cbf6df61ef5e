import { labText } from '../../messages/lab.ts';
import { useLab, useLabState } from '../lab.ts';
import { Toggle } from './Toggle.tsx';

/** Whether a change of depth keeps the trained network, which then tends to keep its rank too. */
export function CarrySwitch() {
  const lab = useLab();
  const carries = useLabState((state) => state.experiment.depthChange === 'carry');
  return (
    <Toggle on={carries} onChange={(on) => lab.choose({ depthChange: on ? 'carry' : undefined })}>
      {labText('carry')}
    </Toggle>
  );
}

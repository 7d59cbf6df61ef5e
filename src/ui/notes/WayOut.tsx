import { Button } from 'react-aria-components';
import { figure } from '../../charts/figures.ts';
import { verdictsText } from '../../messages/verdicts.ts';
import { useLab, useLabState } from '../lab.ts';
import { wayOutOfCollapse } from './way-out-of-collapse.ts';

interface WayOutProps {
  /** Says only what the button does. */
  readonly brief: boolean;
}

/** What to try next after a run that has collapsed, and the button that tries it. */
export function WayOut({ brief }: WayOutProps) {
  const lab = useLab();
  const experiment = useLabState((state) => state.experiment);
  const { kind, changes, warmUp, amplitude, lambda } = wayOutOfCollapse(experiment);
  const values = { share: figure(warmUp), amplitude: figure(amplitude), lambda: figure(lambda) };
  return (
    <>
      {!brief && verdictsText(`run.wayOut.${kind}`, values)}{' '}
      <Button
        className="link-button"
        onPress={() => {
          lab.choose(changes);
          lab.resume();
        }}
      >
        {verdictsText(`run.takeWayOut.${kind}`)}
      </Button>
    </>
  );
}

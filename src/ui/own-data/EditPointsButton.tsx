import { Button } from 'react-aria-components';
import { type ClassData, mostClasses } from '../../experiment/index.ts';
import { toolsText } from '../../messages/tools.ts';
import { useLab, useLabState } from '../lab.ts';
import { choosePoints, newGesture } from './editing.ts';

/** Takes the points on screen over as one's own. */
export function EditPointsButton({ data }: { readonly data: ClassData }) {
  const lab = useLab();
  const isLab = useLabState((state) => state.experiment.view === 'lab');
  if (!isLab || data.classCount > mostClasses) return null;
  const { inputs, labels } = data;
  return (
    <Button
      className="link-button edit-points"
      onPress={() => choosePoints(lab, { inputs, labels }, newGesture())}
    >
      {toolsText('editPoints')}
    </Button>
  );
}

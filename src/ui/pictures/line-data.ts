/** The data along the first principal direction where the network is narrowest. */
import { useLabState } from '../lab.ts';
import { usePicture } from './shown-picture.ts';

/** What the strip shows; nothing where the closer look is of other data, or has not been taken. */
export function useLineData() {
  const picture = usePicture('classes');
  const representation = useLabState((state) => state.insight?.representation);
  const labels = picture?.data.labels ?? [];
  const positions = representation?.line.length === labels.length ? representation.line : [];
  return {
    positions,
    labels: positions.length === 0 ? [] : labels,
    classCount: picture?.data.classCount ?? 0,
    explained: representation?.lineExplained,
  };
}

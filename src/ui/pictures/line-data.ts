/** The data along the first principal direction where the network is narrowest. */
import { placeOnLine } from '../../analysis/representation/index.ts';
import { domain } from '../../experiment/data/domain.ts';
import { useLabState } from '../lab.ts';
import type { Place } from './closer-look.ts';
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
    stretches: positions.length === 0 ? undefined : representation?.lineStretches,
  };
}

/** Where a place of the class map lies on the strip; undefined until a network rests. */
export function useMarkOnLine(place: Place | undefined): number | undefined {
  const run = useLabState((state) => state.picture?.run);
  const insight = useLabState((state) => state.insight);
  const places = insight?.run === run ? insight?.representation?.linePlaces : undefined;
  return places && place && placeOnLine(places, domain, place);
}

/** Where a curve's autoencoder takes its probe points, which can be taken in hand. */
import { useMemo } from 'react';
import { distanceToCurve } from '../../analysis/distance-to-curve.ts';
import { curveDomain } from '../../experiment/data/domain.ts';
import type { CurvePicture } from '../../session/index.ts';
import { useLab, useLabState } from '../lab.ts';
import { usePicture } from './shown-picture.ts';

/** How far each probe, and its image, is from the curve. */
function distancesOf({ probes, images, data: { curve } }: CurvePicture) {
  const each = (points: Float32Array) =>
    Array.from({ length: points.length / 2 }, (_, row) =>
      distanceToCurve(points[2 * row], points[2 * row + 1], curve),
    );
  return { before: each(probes), after: each(images) };
}

/** What the chart shows, and what it does when a probe is added, moved or removed. */
export function useArrowField() {
  const lab = useLab();
  const picture = usePicture('curve');
  const isByHand = useLabState((state) => state.experiment.probes === 'placed');
  const polylines = picture?.data.curve;
  const curve = useMemo(
    () => (polylines ?? []).map((corners) => Float32Array.from(corners.flat())),
    [polylines],
  );
  const distances = useMemo(() => picture && distancesOf(picture), [picture]);
  const starts = picture?.probes ?? new Float32Array(0);
  /** Takes what is on screen over into somebody's hands. */
  const place = (probes: Float32Array) => {
    lab.place(probes);
    if (!isByHand) lab.choose({ probes: 'placed' });
  };
  return {
    picture,
    data: {
      domain: curveDomain,
      starts,
      images: picture?.images ?? [],
      distances,
      curve,
      training: picture?.data.inputs,
    },
    hands: {
      onAddProbe: (x: number, y: number) => place(Float32Array.of(...starts, x, y)),
      onMoveProbe(index: number, x: number, y: number) {
        const moved = starts.slice();
        moved.set([x, y], 2 * index);
        place(moved);
      },
      onRemoveProbe: (index: number) =>
        place(starts.filter((_, entry) => Math.floor(entry / 2) !== index)),
    },
    isByHand,
    letGo: () => lab.choose({ probes: undefined }),
  };
}

import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { describeArrowField, drawArrowField } from '../charts/arrow-field.ts';
import { fixed } from '../charts/figures.ts';
import { curveDomain } from '../experiment/index.ts';
import { sentences } from '../messages/index.ts';
import { labText } from '../messages/lab.ts';
import { Chart } from './Chart.tsx';
import { useLab, useLabState } from './lab.ts';
import { useOutdated, usePicture } from './shown-picture.ts';

/** Figure 3 (B, C): where the autoencoder takes the points around its curve. */
export function CurveView() {
  const lab = useLab();
  const picture = usePicture('curve');
  const outdated = useOutdated();
  const places = useLabState((state) => state.experiment.probes);
  const polylines = picture?.data.curve;
  const curve = useMemo(
    () => (polylines ?? []).map((corners) => Float32Array.from(corners.flat())),
    [polylines],
  );
  const starts = picture?.probes ?? new Float32Array(0);
  const data = {
    domain: curveDomain,
    starts,
    images: picture?.images ?? [],
    curve,
    training: picture?.data.inputs,
  };
  /** Takes what is on screen over into the visitor's hands. */
  const place = (probes: Float32Array) => {
    lab.place(probes);
    if (places !== 'placed') lab.choose({ probes: 'placed' });
  };
  return (
    <figure className="view main-view" data-outdated={outdated || undefined}>
      <figcaption>
        <h2>{labText('probes')}</h2>
        <p>
          {labText('probesHelp')}{' '}
          {places === 'placed' && (
            <Button className="link-button" onPress={() => lab.choose({ probes: undefined })}>
              {labText('randomAgain')}
            </Button>
          )}
        </p>
      </figcaption>
      <Chart
        name={labText('arrows')}
        description={
          picture
            ? sentences([
                describeArrowField(data),
                labText('arrowsDistance', {
                  before: fixed(picture.distanceBefore, 3),
                  after: fixed(picture.distanceAfter, 3),
                }),
              ])
            : labText('nothingYet')
        }
        className="square"
        interactive
        draw={(svg, size) =>
          drawArrowField(svg, data, {
            ...size,
            dimmed: outdated,
            onAddProbe: (x, y) => place(Float32Array.of(...starts, x, y)),
            onMoveProbe: (index, x, y) => {
              const moved = starts.slice();
              moved.set([x, y], 2 * index);
              place(moved);
            },
            onRemoveProbe: (index) =>
              place(starts.filter((_, entry) => Math.floor(entry / 2) !== index)),
          })
        }
      />
    </figure>
  );
}

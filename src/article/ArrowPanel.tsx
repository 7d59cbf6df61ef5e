import { useMemo } from 'react';
import { distanceToCurve } from '../analysis/distance-to-curve.ts';
import { describeArrowField, drawArrowField } from '../charts/arrow-field.ts';
import { curveDomain } from '../experiment/data/domain.ts';
import { articleText } from '../messages/article.ts';
import type { CurvePicture } from '../session/index.ts';
import { Chart } from '../ui/Chart.tsx';
import { useLab, useLabState } from '../ui/lab.ts';
import { useOutdated, usePicture } from '../ui/shown-picture.ts';
import { Panel } from './panels.tsx';

/** How far each probe, and its image, is from the curve. */
function distances({ probes, images, data: { curve } }: CurvePicture) {
  const each = (points: Float32Array) =>
    Array.from({ length: points.length / 2 }, (_, row) =>
      distanceToCurve(points[2 * row], points[2 * row + 1], curve),
    );
  return { before: each(probes), after: each(images) };
}

/** Figure 3 (B, C) of the paper: where the autoencoder takes the points around its curve. */
export function ArrowPanel() {
  const picture = usePicture('curve');
  const outdated = useOutdated();
  const lab = useLab();
  const places = useLabState((state) => state.experiment.probes);
  const polylines = picture?.data.curve;
  const curve = useMemo(
    () => (polylines ?? []).map((corners) => Float32Array.from(corners.flat())),
    [polylines],
  );
  const starts = picture?.probes ?? new Float32Array(0);
  /** Takes what is on screen over into the reader's hands. */
  const place = (probes: Float32Array) => {
    lab.place(probes);
    if (places !== 'placed') lab.choose({ probes: 'placed' });
  };
  const data = {
    domain: curveDomain,
    starts,
    images: picture?.images ?? [],
    distances: useMemo(() => picture && distances(picture), [picture]),
    curve,
    training: picture?.data.inputs,
  };
  return (
    <Panel
      caption={
        <>
          {articleText('arrowsCaption')}{' '}
          {places === 'placed' && (
            <button
              type="button"
              className="link-in-text"
              onClick={() => lab.choose({ probes: undefined })}
            >
              {articleText('arrowsAgain')}
            </button>
          )}
        </>
      }
      className="map-panel"
      outdated={outdated}
    >
      <Chart
        name={articleText('arrows')}
        description={picture ? describeArrowField(data) : articleText('nothingYet')}
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
    </Panel>
  );
}

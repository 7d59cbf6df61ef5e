import { useMemo } from 'react';
import { distanceToCurve } from '../analysis/distance-to-curve.ts';
import { describeArrowField, drawArrowField } from '../charts/arrow-field/arrow-field.ts';
import { articleText } from '../messages/article.ts';
import type { CurvePicture } from '../session/index.ts';
import { useArrowField } from '../ui/pictures/arrow-field.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { useOutdated } from '../ui/pictures/shown-picture.ts';
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
  const outdated = useOutdated();
  const { picture, data: field, hands, isByHand, letGo } = useArrowField();
  const data = { ...field, distances: useMemo(() => picture && distances(picture), [picture]) };
  return (
    <Panel
      caption={
        <>
          {articleText('arrowsCaption')}{' '}
          {isByHand && (
            <button type="button" className="link-in-text" onClick={letGo}>
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
            ...hands,
          })
        }
      />
    </Panel>
  );
}

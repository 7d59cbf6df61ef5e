import { useMemo } from 'react';
import { describeArrowField, drawArrowField } from '../charts/arrow-field.ts';
import { curveDomain } from '../experiment/data/domain.ts';
import { articleText } from '../messages/article.ts';
import { Chart } from '../ui/Chart.tsx';
import { useOutdated, usePicture } from '../ui/shown-picture.ts';
import { Panel } from './panels.tsx';

/** Figure 3 (B, C) of the paper: where the autoencoder takes the points around its curve. */
export function ArrowPanel() {
  const picture = usePicture('curve');
  const outdated = useOutdated();
  const polylines = picture?.data.curve;
  const curve = useMemo(
    () => (polylines ?? []).map((corners) => Float32Array.from(corners.flat())),
    [polylines],
  );
  const data = {
    domain: curveDomain,
    starts: picture?.probes ?? [],
    images: picture?.images ?? [],
    curve,
    training: picture?.data.inputs,
  };
  return (
    <Panel caption={articleText('arrowsCaption')} className="map-panel" outdated={outdated}>
      <Chart
        name={articleText('arrows')}
        description={picture ? describeArrowField(data) : articleText('nothingYet')}
        draw={(svg, size) => drawArrowField(svg, data, { ...size, dimmed: outdated })}
      />
    </Panel>
  );
}

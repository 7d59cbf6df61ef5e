import { useMemo } from 'react';
import { Switch } from 'react-aria-components';
import { describeClassMap, drawClassMap } from '../charts/class-map.ts';
import { domain } from '../experiment/index.ts';
import type { ClassPicture } from '../session/index.ts';
import { Chart } from './Chart.tsx';
import { closerLook, hoverPoint, useCloserLook, useWatch } from './closer-look.ts';
import { fibreLines } from './fibre-lines.ts';
import { useLabState } from './lab.ts';
import { useOutdated, usePicture } from './shown-picture.ts';

const nothingYet = {
  domain,
  classCount: 0,
  regions: [],
  boundaries: [],
  tripoints: [],
  points: { inputs: new Float32Array(0), labels: [] },
};

function mapData(picture: ClassPicture | undefined) {
  if (!picture) return nothingYet;
  const { topology, data, predicted } = picture;
  return {
    ...topology,
    points: { inputs: data.inputs, labels: data.labels, predicted },
  };
}

/** The regions of the plane that the network assigns to each class, and the leaves it is constant along. */
export function ClassMapView() {
  useWatch();
  const picture = usePicture('classes');
  const outdated = useOutdated();
  const showsFibres = useCloserLook((look) => look.fibres);
  const point = useCloserLook((look) => look.point);
  const jacobian = useLabState((state) => state.insight?.jacobian);
  const fibres = useMemo(
    () => (showsFibres && jacobian ? fibreLines(jacobian.fibres) : undefined),
    [showsFibres, jacobian],
  );
  const data = { ...mapData(picture), fibres };
  return (
    <figure className="view main-view map-view" data-outdated={outdated || undefined}>
      <figcaption>
        <h2>Class boundaries</h2>
        <Switch
          className="switch"
          isSelected={showsFibres}
          onChange={(on) => closerLook.setState({ fibres: on })}
        >
          <span className="switch-track" aria-hidden="true" />
          Fibres
        </Switch>
        <p>
          {showsFibres
            ? 'Along each line the network is constant.'
            : 'Three regions meet in a tripoint.'}
        </p>
      </figcaption>
      <Chart
        name="Class map"
        description={picture ? describeClassMap(data) : 'Nothing has been trained yet.'}
        className="square"
        draw={(svg, size) =>
          drawClassMap(svg, data, {
            ...size,
            dimmed: outdated,
            pictureId: picture?.run ?? 0,
            marker: point,
            onHover: (hover) => hoverPoint(hover?.point),
          })
        }
      />
    </figure>
  );
}

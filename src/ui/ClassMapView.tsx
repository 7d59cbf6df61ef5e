import { describeClassMap, drawClassMap } from '../charts/class-map.ts';
import { domain } from '../experiment/index.ts';
import type { Picture } from '../session/frame.ts';
import { Chart } from './Chart.tsx';
import { useLabState } from './lab.ts';

const nothingYet = {
  domain,
  classCount: 0,
  regions: [],
  boundaries: [],
  tripoints: [],
  points: { inputs: new Float32Array(0), labels: [] },
};

function mapData(picture: Picture | undefined) {
  if (picture?.kind !== 'classes') return nothingYet;
  const { topology, data, predicted } = picture;
  return {
    ...topology,
    points: { inputs: data.inputs, labels: data.labels, predicted },
  };
}

/** The regions of the plane that the network assigns to each class. */
export function ClassMapView() {
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const data = mapData(picture);
  return (
    <figure className="view main-view map-view" data-outdated={outdated || undefined}>
      <figcaption>
        <h2>Class boundaries</h2>
        <p>Where three regions meet, a tripoint is marked.</p>
      </figcaption>
      <Chart
        name="Class map"
        description={
          picture?.kind === 'classes' ? describeClassMap(data) : 'Nothing has been trained yet.'
        }
        className="square"
        draw={(svg, size) =>
          drawClassMap(svg, data, { ...size, dimmed: outdated, pictureId: picture?.run ?? 0 })
        }
      />
    </figure>
  );
}

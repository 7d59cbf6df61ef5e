import { Suspense, useMemo } from 'react';
import { describeClassMap, drawClassMap } from '../../charts/class-map/class-map.ts';
import { domain } from '../../experiment/index.ts';
import { labText } from '../../messages/lab.ts';
import type { ClassPicture } from '../../session/index.ts';
import { useLinkedPlace } from '../compare/linked-views.ts';
import { Toggle } from '../controls/Toggle.tsx';
import { useLab, useLabState } from '../lab.ts';
import { later } from '../later.ts';
import { droppedTables } from '../own-data/dropped-tables.ts';
import { EditPointsButton } from '../own-data/EditPointsButton.tsx';
import { useOwnMap } from '../own-data/use-own-map.ts';
import { Chart } from './Chart.tsx';
import { closerLook, hoverPlace, hoverPoint, useCloserLook, useWatch } from './closer-look.ts';
import { fibreLines } from './fibre-lines.ts';
import { useOutdated, usePicture } from './shown-picture.ts';

const OwnDataTools = later(async () => (await import('../own-data/OwnDataTools.tsx')).OwnDataTools);

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
    () => (showsFibres && jacobian?.fibres ? fibreLines(jacobian.fibres) : undefined),
    [showsFibres, jacobian],
  );
  const lab = useLab();
  const [linkedPlace, linkPlace] = useLinkedPlace();
  const own = useOwnMap(picture);
  const mapped = mapData(picture);
  const data = {
    ...mapped,
    fibres,
    ...(own && {
      points: own.points,
      classCount: Math.max(own.classCount, mapped.classCount),
    }),
  };
  const editing = own?.options.editing === true;
  return (
    <figure
      className="view main-view map-view"
      data-outdated={outdated || undefined}
      {...(editing && droppedTables(lab))}
    >
      <figcaption>
        <h2>{labText('classBoundaries')}</h2>
        <Toggle on={showsFibres} onChange={(on) => closerLook.setState({ fibres: on })}>
          {labText('fibres')}
        </Toggle>
        {!own && picture && <EditPointsButton data={picture.data} />}
        <p>{labText(showsFibres ? 'fibresHelp' : 'tripointHelp')}</p>
      </figcaption>
      {editing && (
        <Suspense>
          <OwnDataTools />
        </Suspense>
      )}
      <Chart
        name={labText('classMap')}
        description={picture ? describeClassMap(data) : labText('nothingYet')}
        className="square"
        interactive={editing}
        draw={(svg, size) =>
          drawClassMap(svg, data, {
            ...size,
            dimmed: outdated,
            pictureId: picture?.run ?? 0,
            marker: own ? own.fromPicture(point) : point,
            highlighted: linkedPlace,
            onHover: (hover) => {
              hoverPoint(own ? own.toPicture(hover?.point) : hover?.point);
              hoverPlace(hover);
              linkPlace(hover);
            },
            ...own?.options,
          })
        }
      />
    </figure>
  );
}

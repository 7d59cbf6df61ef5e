import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { describeScatter, drawScatter } from '../../charts/scatter/scatter.ts';
import { sentences } from '../../messages/index.ts';
import { labText } from '../../messages/lab.ts';
import { scienceText } from '../../messages/science.ts';
import type { PointGroups } from '../../session/index.ts';
import { useLabState, useShownDepth } from '../lab.ts';
import { Chart } from './Chart.tsx';
import { closerLook, hoverPoint, useCloserLook } from './closer-look.ts';
import { useOutdated } from './shown-picture.ts';

/** The kind of picture to which points grouped so belong. */
const groupedBy = { class: 'classes', curve: 'curve', answer: 'teacher', digit: 'digits' } as const;

/** The data as one layer sees them; scrubbing through the layers shows the plane being folded. */
export function RepresentationView() {
  const depth = useShownDepth();
  const kind = useLabState((state) => state.picture?.kind);
  const representation = useLabState((state) => state.insight?.representation);
  const outdated = useOutdated();
  const point = useCloserLook((look) => look.point);
  const chosen = useCloserLook((look) => look.layer);
  const layer = Math.min(depth, chosen ?? representation?.layer ?? 1);
  const groups = representation?.groups;
  const isOfPicture = groups !== undefined && groupedBy[groups.by] === kind;
  const data = {
    points: isOfPicture ? (representation?.plane ?? []) : [],
    labels: isOfPicture ? groups.labels : [],
    classCount: groups?.count ?? 0,
    explained: representation?.explained,
  };
  const classNames = groups && groupNames(groups);
  return (
    <figure className="view scatter-view">
      <figcaption>
        <h3>{labText('representation')}</h3>
        <Slider
          className="layer-slider"
          aria-label={labText('layerShown')}
          minValue={1}
          maxValue={depth}
          value={layer}
          onChange={(value) => closerLook.setState({ layer: value })}
        >
          <SliderOutput>{labText('layer', { layer })}</SliderOutput>
          <SliderTrack className="number-track">
            <SliderThumb className="number-thumb" />
          </SliderTrack>
        </Slider>
      </figcaption>
      {groups && isOfPicture && groups.by !== 'class' && (
        <p className="note">{scienceText(`groups.${groups.by}`)}</p>
      )}
      <Chart
        name={labText('representationChart')}
        description={sentences([labText('layerSentence', { layer }), describeScatter(data)])}
        draw={(svg, size) =>
          drawScatter(svg, data, {
            ...size,
            classNames,
            dimmed: outdated,
            highlighted: point,
            onHover: hoverPoint,
          })
        }
      />
    </figure>
  );
}

/** What a group is called; classes have their letters. */
function groupNames({ by, count }: PointGroups): string[] | undefined {
  if (by === 'class') return undefined;
  return Array.from({ length: count }, (_, group) => String(by === 'digit' ? group : group + 1));
}

import { Button } from 'react-aria-components';
import { describeArrowField, drawArrowField } from '../../charts/arrow-field/arrow-field.ts';
import { labText } from '../../messages/lab.ts';
import { rowLike, useLinkedPlace } from '../compare/linked-views.ts';
import { useArrowField } from './arrow-field.ts';
import { Chart } from './Chart.tsx';
import { useOutdated } from './shown-picture.ts';

/** Figure 3 (B, C): where the autoencoder takes the points around its curve. */
export function CurveView() {
  const outdated = useOutdated();
  const { picture, data, hands, isByHand, letGo } = useArrowField();
  const [linked, hover] = useLinkedPlace();
  return (
    <figure className="view main-view" data-outdated={outdated || undefined}>
      <figcaption>
        <h2>{labText('probes')}</h2>
        <p>
          {labText('probesHelp')}{' '}
          {isByHand && (
            <Button className="link-button" onPress={letGo}>
              {labText('randomAgain')}
            </Button>
          )}
        </p>
      </figcaption>
      <Chart
        name={labText('arrows')}
        description={picture ? describeArrowField(data) : labText('nothingYet')}
        className="square"
        interactive
        draw={(svg, size) =>
          drawArrowField(svg, data, {
            ...size,
            dimmed: outdated,
            // The same probe of the other network, where that has it.
            highlighted: rowLike(data.starts, linked && [linked.x, linked.y]),
            onHover: (probe) => hover(placeOf(data.starts, probe)),
            ...hands,
          })
        }
      />
    </figure>
  );
}

function placeOf(starts: ArrayLike<number>, probe: number | undefined) {
  return probe === undefined
    ? undefined
    : { x: Number(starts[2 * probe]), y: Number(starts[2 * probe + 1]) };
}

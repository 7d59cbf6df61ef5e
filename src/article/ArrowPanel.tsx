import { describeArrowField, drawArrowField } from '../charts/arrow-field/arrow-field.ts';
import { articleText } from '../messages/article.ts';
import { useArrowField } from '../ui/pictures/arrow-field.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { useOutdated } from '../ui/pictures/shown-picture.ts';
import { Panel } from './panels.tsx';

/** Figure 3 (B, C) of the paper: where the autoencoder takes the points around its curve. */
export function ArrowPanel() {
  const outdated = useOutdated();
  const { picture, data, hands, isByHand, letGo } = useArrowField();
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

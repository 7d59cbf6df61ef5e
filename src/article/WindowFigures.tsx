import '../design/sweep-charts.css';
import { useEffect, useState } from 'react';
import {
  type DepthCurveData,
  describeDepthCurve,
  drawDepthCurve,
} from '../charts/depth-curve/depth-curve.ts';
import { figure } from '../charts/figures.ts';
import { describeWindowMap, drawWindowMap } from '../charts/window-map/window-map.ts';
import { articleText } from '../messages/article.ts';
import { sentences } from '../messages/index.ts';
import { storyText } from '../messages/story.ts';
import { sweepText } from '../messages/sweep.ts';
import {
  type CellResult,
  type MapCell,
  normPerLayer,
  type SweepSpec,
  sameRecipe,
  soundOf,
  sweepFromJson,
  windowMap,
  windows,
} from '../sweep/index.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { siteLink } from '../ui/site/site-link.ts';
import { costGuides } from '../ui/sweep/statements/cost.ts';
import {
  edgeSentence,
  type MapMode,
  underestimateSentences,
} from '../ui/sweep/statements/window.ts';
import { mapData, originsAmong } from '../ui/sweep/window-data.ts';
import { MarginNote } from './MarginNote.tsx';
import { Prose } from './Prose.tsx';
import { Panel } from './panels.tsx';
import { Scrub } from './Scrub.tsx';

interface Sweep {
  readonly spec: SweepSpec;
  readonly results: readonly CellResult[];
}

const modes: readonly MapMode[] = ['found', 'cheapest'];
/** Of the teacher of the shipped map. */
const trueRank = 2;

async function shipped(name: string): Promise<Sweep> {
  const response = await fetch(new URL(`sweeps/${name}.json`, document.baseURI));
  if (!response.ok) throw new Error(response.statusText);
  return sweepFromJson(await response.text());
}

/** A sweep that ships with the page; undefined until it is here, or where it cannot be read. */
function useShipped(name: string): Sweep | undefined {
  const [sweep, setSweep] = useState<Sweep>();
  useEffect(() => {
    let wanted = true;
    shipped(name).then(
      (read) => {
        if (wanted) setSweep(read);
      },
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [name]);
  return sweep;
}

/** What was measured of the window: where the true rank is found, and what a layer costs. */
export function WindowFigures() {
  const map = useShipped('window-map');
  // The same cells at more depths, for few points; what it found there counts as well.
  const edge = useShipped('window-edge');
  const curves = useShipped('depth-curves-paper-s');
  return (
    <>
      {map && <MeasuredWindow sweep={map} further={edge} />}
      {curves && <PriceOverDepth sweep={curves} />}
    </>
  );
}

interface MeasuredWindowProps {
  readonly sweep: Sweep;
  /** Undefined until it is here. */
  readonly further: Sweep | undefined;
}

function MeasuredWindow({ sweep: { spec, results }, further }: MeasuredWindowProps) {
  const [mode, setMode] = useState<MapMode>('found');
  const [points, setPoints] = useState(50);
  const others = further && sameRecipe(further.spec, spec) ? further.results : [];
  const cells = windowMap(results, others);
  const data = mapData(cells, trueRank, mode, originsAmong([results, others]));
  const counts = [...new Set(cells.map((cell) => cell.points))].sort((a, b) => a - b);
  return (
    <>
      <p className="sentence">
        <Prose
          say={storyText}
          message="window.sentence"
          slots={{
            points: (
              <Scrub
                label={storyText('window.pointsLabel')}
                value={points}
                values={counts}
                onChange={setPoints}
              />
            ),
            found: <strong>{depthsOf(cells, points, 'found')}</strong>,
            cheapest: <strong>{depthsOf(cells, points, 'cheapest')}</strong>,
          }}
        />
      </p>
      <div className="figure-frame window-figure">
        <fieldset className="mode-switch" aria-label={sweepText('window.mode')}>
          {modes.map((one) => (
            <button
              key={one}
              type="button"
              className="quiet-button"
              aria-pressed={one === mode}
              onClick={() => setMode(one)}
            >
              {sweepText(`window.mode.${one}`)}
            </button>
          ))}
        </fieldset>
        <Panel caption={storyText('window.mapCaption')} className="window-panel">
          <Chart
            name={sweepText('window.title', { k: trueRank })}
            description={describeWindowMap(data)}
            interactive
            draw={(svg, size) =>
              drawWindowMap(svg, data, {
                ...size,
                depths: spec.axes.depths,
                points: spec.axes.points,
              })
            }
          />
        </Panel>
        <div className="life-bar">
          <p className="badge">{articleText('measuredFile')}</p>
          <a className="lab-link" href={`${siteLink('sweep')}#window-map`}>
            {storyText('window.open')} <span aria-hidden="true">→</span>
          </a>
        </div>
      </div>
      <div className="notes-below">
        {modes.map((one) => (
          <MarginNote key={one} mark="measured">
            {edgeSentence(cells, trueRank, one)}
          </MarginNote>
        ))}
        <MarginNote mark="measured">
          {sentences(underestimateSentences(cells, trueRank))}
        </MarginNote>
      </div>
    </>
  );
}

/** The depths at which the true rank was found from so many points, in words. */
function depthsOf(cells: readonly MapCell[], points: number, mode: MapMode): string {
  const { from, to } =
    windows(cells, trueRank, mode).find((window) => window.points === points) ?? {};
  if (from === undefined || to === undefined) return storyText('window.noDepth');
  return from === to
    ? storyText('window.oneDepth', { depth: from })
    : storyText('window.depths', { from, to });
}

function PriceOverDepth({ sweep: { spec, results } }: { readonly sweep: Sweep }) {
  const quantity = { title: sweepText('quantity.cost'), scale: 'log' as const };
  const data: DepthCurveData = {
    quantity,
    dots: soundOf(results).map((run) => ({
      depth: run.depth,
      value: normPerLayer(run),
      lines: [
        sweepText('cell.rank', { rank: run.bottleneckRank }),
        sweepText('cell.totalLoss', { value: figure(run.totalLoss) }),
      ],
      href: siteLink('lab', run.query),
    })),
    guides: costGuides(results, undefined),
  };
  return (
    <div className="figure-frame window-figure">
      <Panel caption={storyText('window.curveCaption')} className="curve-panel">
        <Chart
          name={sweepText('curves.name', { title: quantity.title })}
          description={describeDepthCurve(data)}
          interactive
          draw={(svg, size) => drawDepthCurve(svg, data, { ...size, depths: spec.axes.depths })}
        />
      </Panel>
      <div className="life-bar">
        <p className="badge">{articleText('measuredFile')}</p>
        <a className="lab-link" href={`${siteLink('sweep')}#depth-curves-paper-s`}>
          {storyText('window.open')} <span aria-hidden="true">→</span>
        </a>
      </div>
    </div>
  );
}

import { bottleneckRank, numericalRank } from '../../analysis/index.ts';
import { networkRanks, spectrumRanks } from '../../analysis/ranks/index.ts';
import { figure } from '../../charts/figures.ts';
import {
  type CountedRanks,
  describeLayerRanks,
  drawLayerRanks,
} from '../../charts/layer-ranks/layer-ranks.ts';
import { scienceText } from '../../messages/science.ts';
import type { Picture } from '../../session/index.ts';
import { Toggle } from '../controls/Toggle.tsx';
import { useLab, useLabState } from '../lab.ts';
import { Prose } from '../notes/Prose.tsx';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';
import { useOutdated } from './shown-picture.ts';

/** Every layer's rank, counted in four ways, of the weights and of the activations. */
export function RanksView() {
  const lab = useLab();
  const picture = useLabState((state) => state.picture);
  const threshold = useLabState((state) => state.experiment.threshold);
  const centring = useLabState((state) => state.experiment.centring);
  const outdated = useOutdated();
  const highlighted = useHoveredLayer()?.layer;
  const raw = centring === 'raw' ? picture?.rawActivations : undefined;
  const count = (spectra: readonly ArrayLike<number>[] = []) =>
    spectra.map((values) => counted(values, threshold));
  const bottleneck = picture && bottleneckRank(picture.spectra, threshold);
  const panels = [
    {
      key: 'weights',
      data: {
        title: scienceText('ranks.weights'),
        layers: count(picture?.spectra.weights),
      },
    },
    {
      key: 'activations',
      data: {
        title: scienceText(raw ? 'ranks.raw' : 'ranks.centred'),
        layers: count(raw ?? picture?.spectra.activations),
        bottleneck: bottleneck?.layer || undefined,
      },
    },
  ];
  const [weights, activations] = panels;
  return (
    <figure className="view ranks-view">
      <figcaption>
        <h3>{scienceText('ranks.heading')}</h3>
        <Toggle
          on={centring === 'centred'}
          onChange={(on) => lab.choose({ centring: on ? undefined : 'raw' })}
        >
          {scienceText('ranks.switch')}
        </Toggle>
        <p>
          <Prose>{scienceText('ranks.help')}</Prose>
        </p>
      </figcaption>
      <div className="ranks-charts">
        {panels.map(({ key, data }) => (
          <Chart
            key={key}
            name={scienceText('ranks.chartName', { title: data.title })}
            description={describeLayerRanks(data)}
            draw={(svg, size) =>
              drawLayerRanks(svg, data, {
                ...size,
                dimmed: outdated,
                highlighted,
                onHover: (layer) => hoverLayer(layer === undefined ? undefined : { layer }),
              })
            }
          />
        ))}
      </div>
      {picture && (
        <p className="note" data-figure="network-ranks">
          {networkSentence(picture, threshold)}{' '}
          {raw && <span data-figure="centring">{centringSentence(picture, raw, threshold)}</span>}
        </p>
      )}
      <details className="ranks-table">
        <summary>{scienceText('ranks.table')}</summary>
        <RanksTable weights={weights.data} activations={activations.data} />
      </details>
    </figure>
  );
}

function counted(values: ArrayLike<number>, threshold: number): CountedRanks {
  const { gap, ...ranks } = spectrumRanks(values, { threshold });
  return { ...ranks, gap: gap?.rank };
}

/** The bottleneck of the network, and where its rank is to be read most plainly. */
function networkSentence({ spectra }: Picture, threshold: number): string {
  const { bottleneck, clearestGap } = networkRanks(spectra, { threshold });
  if (bottleneck.layer === 0) return scienceText('ranks.noHidden', { rank: bottleneck.rank });
  const reached = scienceText(
    bottleneck.directions > bottleneck.rank ? 'ranks.networkWide' : 'ranks.networkAlone',
    { ...bottleneck },
  );
  if (!clearestGap) return reached;
  return scienceText('ranks.network', {
    reached,
    gapLayer: clearestGap.layer,
    gapRank: clearestGap.rank,
    ratio: `${clearestGap.capped ? '> ' : ''}${figure(clearestGap.ratio, 2)}`,
  });
}

/** Why the mean has to be taken away first, seen at the bottleneck layer of this very network. */
function centringSentence(
  { spectra }: Picture,
  rawActivations: readonly ArrayLike<number>[],
  threshold: number,
): string {
  const { directions, layer } = bottleneckRank(spectra, threshold);
  const at = Math.max(1, layer);
  const raw = numericalRank(rawActivations[at - 1] ?? [], threshold);
  const centred = layer === 0 ? numericalRank(spectra.activations[0], threshold) : directions;
  return scienceText(raw === centred ? 'ranks.whySame' : 'ranks.whyDiffers', {
    layer: at,
    raw,
    centred,
  });
}

interface Titled {
  readonly title: string;
  readonly layers: readonly CountedRanks[];
}

const columns = ['numerical', 'gap', 'stable', 'effective'] as const;

interface RanksTableProps {
  readonly weights: Titled;
  readonly activations: Titled;
}

function RanksTable({ weights, activations }: RanksTableProps) {
  const both = [weights, activations];
  return (
    <table>
      <thead>
        <tr>
          <th rowSpan={2}>{scienceText('ranks.tableLayer')}</th>
          {both.map(({ title }) => (
            <th key={title} colSpan={columns.length} scope="colgroup">
              {title}
            </th>
          ))}
        </tr>
        <tr>
          {both.map(({ title }) =>
            columns.map((column) => (
              <th key={title + column} scope="col">
                {scienceText(`ranks.${column}`)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {weights.layers.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place.
          <tr key={index}>
            <th scope="row">{index + 1}</th>
            {both.map(({ title, layers }) =>
              columns.map((column) => (
                <td key={title + column}>{written(layers[index]?.[column])}</td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function written(rank: number | undefined): string {
  return rank === undefined ? '–' : figure(rank, 3);
}

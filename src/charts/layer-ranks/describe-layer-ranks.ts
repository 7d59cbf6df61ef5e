import { sentences } from '../../messages/index.ts';
import { scienceText } from '../../messages/science.ts';
import { figure } from '../figures.ts';
import type { LayerRanksData } from './layer-ranks-data.ts';

/** What the chart shows now, in words: the four ranks of every layer. */
export function describeLayerRanks({ title, layers, bottleneck }: LayerRanksData): string {
  if (layers.length === 0) return scienceText('ranks.none');
  const list = (values: readonly (number | undefined)[], significant: number) =>
    values.map((value) => (value === undefined ? '–' : figure(value, significant))).join(', ');
  const row = (key: 'ranks.numerical' | 'ranks.gap' | 'ranks.stable' | 'ranks.effective') =>
    scienceText(key);
  const rows = [
    [
      row('ranks.numerical'),
      list(
        layers.map(({ numerical }) => numerical),
        3,
      ),
    ],
    [
      row('ranks.gap'),
      list(
        layers.map(({ gap }) => gap),
        3,
      ),
    ],
    [
      row('ranks.stable'),
      list(
        layers.map(({ stable }) => stable),
        2,
      ),
    ],
    [
      row('ranks.effective'),
      list(
        layers.map(({ effective }) => effective),
        2,
      ),
    ],
  ];
  return sentences([
    scienceText('ranks.over', { title, layers: layers.length }),
    ...rows.map(([name, values]) => scienceText('ranks.row', { name, values })),
    bottleneck === undefined ? '' : scienceText('ranks.bottleneckAt', { layer: bottleneck }),
  ]);
}

import { chartText } from '../../messages/charts.ts';
import { figure, percentage, subscript } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { layerAt } from '../parts/layer-axis.ts';
import type { Pixel } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import type { SpectrumData, SpectrumHover } from './spectrum-data.ts';
import type { SpectrumFrame, SpectrumSettings } from './spectrum-frame.ts';

/** The value nearest to a pixel: the nearest layer first, then the nearest of its values. */
export function valueAt(
  at: Pixel,
  { layers }: SpectrumData,
  { shown }: SpectrumSettings,
  { plot, text, x, y }: SpectrumFrame,
): SpectrumHover | undefined {
  const layer = layerAt(at, { plot, text, x, layers: layers.length });
  if (layer === undefined) return undefined;
  let index = 1;
  let least = Number.POSITIVE_INFINITY;
  layers[layer - 1]?.subarray(0, shown).forEach((value, k) => {
    const distance = Math.abs(y(value) - at.y);
    if (distance >= least) return;
    least = distance;
    index = k + 1;
  });
  return { layer, index };
}

export function drawSpectrumReadOut(
  svg: SVGSVGElement,
  hover: SpectrumHover | undefined,
  { layers }: SpectrumData,
  { threshold, symbol, shown }: SpectrumSettings,
  { plot, text, x, y }: SpectrumFrame,
): void {
  const layer = group(svg, 'cross-hair');
  const values = hover && layers[hover.layer - 1];
  if (hover === undefined || values === undefined || values.length === 0) {
    layer.replaceChildren();
    drawReadOut(svg, undefined, plot, text);
    return;
  }
  const px = Math.round(x(hover.layer)) + 0.5;
  const largest = Number(values[0]);
  const index = hover.index === undefined || hover.index > shown ? undefined : hover.index;
  const value = index === undefined ? undefined : values[index - 1];
  const py = y(value ?? largest);
  child(layer, 'path', 'hairs').attr('d', `M${px},${plot.top}V${plot.bottom}`);
  child(layer, 'circle', 'ring')
    .attr('cx', px)
    .attr('cy', Math.round(py * 10) / 10)
    .attr('r', Math.round(text * 0.45))
    .attr('visibility', value === undefined ? 'hidden' : null);

  const above = values.reduce((count, each) => count + (each > threshold * largest ? 1 : 0), 0);
  const first = `${symbol}₁`;
  const lines =
    index === undefined || value === undefined
      ? [chartText('layer', { layer: hover.layer }), `${first} = ${figure(largest)}`]
      : [
          chartText(index === 1 || !(largest > 0) ? 'spectrum.readOut' : 'spectrum.readOutShare', {
            layer: hover.layer,
            symbol: symbol + subscript(index),
            value: figure(value),
            share: percentage(value / largest),
            largest: first,
          }),
        ];
  lines.push(
    chartText('spectrum.readOutRank', {
      above,
      all: values.length,
      threshold: figure(threshold),
      largest: first,
    }),
  );
  const frame = { left: 0, top: plot.top, right: plot.right, bottom: plot.bottom };
  drawReadOut(svg, { at: { x: px, y: py }, lines }, frame, text);
}

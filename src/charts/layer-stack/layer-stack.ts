import { chartText } from '../../messages/charts.ts';
import { prepare } from '../chart.ts';
import { figure } from '../figures.ts';
import { child, group } from '../parts/child.ts';
import { layerTicks } from '../parts/layer-ticks.ts';
import { tenths } from '../parts/outline.ts';
import { followPointer, type Pixel, report } from '../parts/pointer.ts';
import { drawReadOut } from '../parts/read-out.ts';
import type { LayerStackData, LayerStackOptions } from './layer-stack-data.ts';
import { type Slab, type StackFrame, stackFrame } from './layer-stack-frame.ts';
import { ranksToWrite } from './rank-labels.ts';

export { describeLayerStack } from './describe-layer-stack.ts';
export type * from './layer-stack-data.ts';

/**
 * The network as a stack of layers: each slab is as long as its layer has neurons, and inked as
 * far as the rank of what is left of the data there, so that a bottleneck is seen as one.
 */
export function drawLayerStack(
  svg: SVGSVGElement,
  data: LayerStackData,
  options: LayerStackOptions,
): void {
  const text = prepare(svg, 'layer-stack', options);
  const frame = stackFrame(data, options, text);
  const isUp = options.orientation !== 'right';
  svg.classList.toggle('dimmed', options.dimmed === true);
  svg.classList.toggle('thin', frame.pitch < 10);

  drawAxis(group(svg, 'axes'), data, frame, isUp);
  drawSlabs(group(svg, 'slabs'), frame, isUp);
  drawRanks(group(svg, 'ranks'), frame, isUp);

  const read = (layer = options.highlighted) => drawStackReadOut(svg, layer, data, options, frame);
  const pointer = followPointer(svg, (at) => {
    const layer = at && layerAt(at, frame, isUp);
    read(layer);
    report(svg, layer, options.onHover);
  });
  read(pointer && layerAt(pointer, frame, isUp));
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A bar of so many pixels across the way of the network, centred. */
function bar(slab: Slab, length: number, frame: StackFrame, isUp: boolean): Rectangle {
  const start = frame.middle - length / 2;
  return isUp
    ? { x: start, y: slab.at - slab.thickness / 2, width: length, height: slab.thickness }
    : { x: slab.at - slab.thickness / 2, y: start, width: slab.thickness, height: length };
}

function drawSlabs(layer: SVGGElement, frame: StackFrame, isUp: boolean): void {
  const draw = (name: string, slabs: readonly Slab[], length: (slab: Slab) => number) =>
    child(layer, 'g', name)
      .selectChildren<SVGRectElement, Slab>('rect')
      .data(slabs, ({ layer: number }) => number)
      .join('rect')
      .attr('class', ({ isNarrowest }) => (isNarrowest ? 'narrowest' : null))
      .each(function (slab) {
        const { x, y, width, height } = bar(slab, length(slab), frame, isUp);
        this.setAttribute('x', x.toFixed(1));
        this.setAttribute('y', y.toFixed(1));
        this.setAttribute('width', width.toFixed(1));
        this.setAttribute('height', height.toFixed(1));
      })
      .attr('rx', ({ thickness }) => Math.min(2, thickness / 4));
  draw('neurons', frame.slabs, ({ neurons }) => frame.length(neurons));
  draw(
    'inked',
    frame.slabs.filter(({ rank }) => rank !== undefined),
    ({ rank }) => frame.length(rank ?? 0),
  );
}

function drawAxis(
  axes: SVGGElement,
  { depth, width, inputs, outputs }: LayerStackData,
  frame: StackFrame,
  isUp: boolean,
): void {
  const { text, slabs, ends } = frame;
  const numbered = new Set(layerTicks(depth, frame.extent / (text * (isUp ? 1.3 : 1.9))));
  const named = slabs.filter(({ layer }) => numbered.has(layer));
  const shift = Math.round(text * 0.35);
  child(axes, 'g', 'layer-labels')
    .selectChildren('text')
    .data(named)
    .join('text')
    .attr('x', ({ at }) => tenths(isUp ? ends.low - text * 0.6 : at))
    .attr('y', ({ at }) => tenths(isUp ? at + shift : ends.high + text * 1.1))
    .attr('text-anchor', isUp ? 'end' : 'middle')
    .text(({ layer }) => layer);
  child(axes, 'text', 'layer-title')
    .attr('x', tenths(frame.layerTitle.x))
    .attr('y', tenths(frame.layerTitle.y))
    .text('ℓ');
  child(axes, 'text', 'rank-title')
    .attr('x', tenths(frame.rankTitle.x))
    .attr('y', tenths(frame.rankTitle.y))
    .attr('text-anchor', isUp ? 'start' : 'end')
    .text(chartText('stack.rank'));
  const captions = [
    { words: chartText('stack.in', { inputs }), place: frame.inputCaption },
    { words: chartText('stack.out', { outputs }), place: frame.outputCaption },
    { words: depth > 1 ? chartText('stack.width', { width }) : '', place: frame.widthCaption },
  ];
  child(axes, 'g', 'captions')
    .selectChildren('text')
    .data(captions)
    .join('text')
    .attr('x', ({ place }) => tenths(place.x))
    .attr('y', ({ place }) => tenths(place.y))
    .attr('text-anchor', ({ place }) => place.anchor ?? 'start')
    .text(({ words }) => words);
}

/** The ranks as figures, as many as there is room for, the narrowest first. */
function drawRanks(layer: SVGGElement, frame: StackFrame, isUp: boolean): void {
  const { text, slabs, ends } = frame;
  const written = ranksToWrite(slabs, text * (isUp ? 1.2 : 1.6));
  child(layer, 'g', 'figures')
    .selectChildren<SVGTextElement, Slab>('text')
    .data(written, ({ layer: number }) => number)
    .join('text')
    .attr('class', ({ isNarrowest }) => (isNarrowest ? 'narrowest' : null))
    .attr('x', ({ at }) => tenths(isUp ? ends.high + text * 0.6 : at))
    .attr('y', ({ at }) => tenths(isUp ? at + Math.round(text * 0.35) : ends.low - text * 0.5))
    .attr('text-anchor', isUp ? 'start' : 'middle')
    .text(({ rank }) => figure(Number(rank), 3));
}

function layerAt(at: Pixel, { slabs, pitch, ends, text }: StackFrame, isUp: boolean) {
  const [along, across] = isUp ? [at.y, at.x] : [at.x, at.y];
  if (across < ends.low - 3 * text || across > ends.high + 3 * text) return undefined;
  return slabs.find((slab) => slab.layer > 0 && Math.abs(slab.at - along) <= pitch / 2)?.layer;
}

function drawStackReadOut(
  svg: SVGSVGElement,
  layer: number | undefined,
  data: LayerStackData,
  options: LayerStackOptions,
  frame: StackFrame,
): void {
  const isUp = options.orientation !== 'right';
  const place = group(svg, 'cross-hair');
  const whole = { left: 0, top: 0, right: options.width, bottom: options.height };
  const slab = frame.slabs.find((one) => layer !== undefined && one.layer === layer);
  if (slab === undefined || layer === undefined || layer < 1) {
    place.replaceChildren();
    drawReadOut(svg, undefined, whole, frame.text);
    return;
  }
  const { text } = frame;
  const grown = { ...slab, thickness: Math.max(slab.thickness, 4) + 4 };
  const { x, y, width, height } = bar(grown, frame.length(slab.neurons) + 6, frame, isUp);
  child(place, 'rect', 'outline')
    .attr('x', tenths(x))
    .attr('y', tenths(y))
    .attr('width', tenths(width))
    .attr('height', tenths(height))
    .attr('rx', 3);
  const { rank, neurons } = slab;
  const lines = [
    chartText(layer === data.depth ? 'stack.output' : 'layer', { layer }),
    rank === undefined
      ? chartText('stack.neurons', { count: neurons })
      : chartText('stack.rankOf', { rank: figure(rank), neurons }),
  ];
  const at = isUp
    ? { x: frame.middle, y: slab.at }
    : { x: slab.at + slab.thickness / 2, y: frame.middle };
  drawReadOut(svg, { at, lines }, whole, text);
}

import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { figure } from '../../charts/figures.ts';
import {
  describeWeightMatrix,
  drawWeightMatrix,
  type LivePart,
  livePart,
  type WeightMatrixCell,
  weightMatrixCellAt,
} from '../../charts/weight-matrix/weight-matrix.ts';
import '../../design/layer-panel.css';
import { layersText } from '../../messages/layers.ts';
import type { LayerLook } from '../../session/index.ts';
import { Toggle } from '../controls/Toggle.tsx';
import { useLab, useLabState, useShownDepth } from '../lab.ts';
import { Canvas } from '../pictures/Canvas.tsx';
import { closeLayer, keepOpen, passOver, stay, useOpenedLayer } from './opened-layer.ts';

interface LayerPanelProps {
  /** The stack beside which the panel stands. */
  readonly beside: HTMLElement;
}

/** Every parameter of one layer: its matrix as a heat map, its singular vectors, its biases. */
export function LayerPanel({ beside }: LayerPanelProps) {
  const { layer: wanted = 1, kept } = useOpenedLayer();
  const depth = useShownDepth();
  const layer = Math.min(wanted, depth);
  const look = useLayer(layer);
  const panel = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    if (kept) panel.current?.focus({ preventScroll: true });
  }, [kept]);
  // One that only a resting pointer opened has no focus, so that its keys are pressed elsewhere.
  useEffect(() => {
    if (kept) return;
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') closeLayer();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [kept]);
  const go = (by: number) => keepOpen(Math.min(depth, Math.max(1, layer + by)));
  const close = () => {
    closeLayer();
    if (kept) beside.querySelector<HTMLElement>('.layer-button')?.focus();
  };
  return createPortal(
    <section
      ref={panel}
      className="layer-panel"
      style={placeBeside(beside)}
      aria-labelledby={id}
      tabIndex={-1}
      data-kept={kept || undefined}
      onPointerEnter={stay}
      onPointerLeave={() => passOver(undefined)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <header className="layer-panel-head">
        <h2 id={id}>{layersText('title', { layer, depth })}</h2>
        {kept ? (
          <>
            <Button
              className="history-button"
              aria-label={layersText('previous')}
              isDisabled={layer <= 1}
              onPress={() => go(-1)}
            >
              ‹
            </Button>
            <Button
              className="history-button"
              aria-label={layersText('next')}
              isDisabled={layer >= depth}
              onPress={() => go(1)}
            >
              ›
            </Button>
            <Button className="history-button" aria-label={layersText('close')} onPress={close}>
              ×
            </Button>
          </>
        ) : (
          <p>{layersText('hold')}</p>
        )}
      </header>
      {look ? <LayerContent look={look} /> : <p>{layersText('loading')}</p>}
    </section>,
    document.body,
  );
}

function LayerContent({ look }: { readonly look: LayerLook }) {
  const [cell, setCell] = useState<WeightMatrixCell>();
  const [livingOnly, setLivingOnly] = useState(true);
  const { layer, step, fanIn, fanOut, weights, triplets } = look;
  const live = livePart(look);
  const hasDead = live.rows.length < fanIn || live.columns.length < fanOut;
  const shown = livingOnly ? live.data : look;
  const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const read = ({ target, nativeEvent: { offsetX, offsetY } }: PointerEvent) => {
    if (!(target instanceof HTMLCanvasElement)) return setCell(undefined);
    setCell(weightMatrixCellAt(shown, target.clientWidth, offsetX, offsetY));
  };
  return (
    <>
      {hasDead && (
        <Toggle on={livingOnly} onChange={setLivingOnly}>
          {layersText('living', {
            inputs: live.rows.length,
            fanIn,
            outputs: live.columns.length,
            fanOut,
          })}
        </Toggle>
      )}
      <p className="layer-values">
        <span>{layersText('values')}</span>{' '}
        {Array.from(triplets.values, (value) => figure(value, 3)).join(', ')}
      </p>
      {/* The canvas says all of this in words; the pointer only reads single numbers off it. */}
      <div onPointerMove={read} onPointerDown={read} onPointerLeave={() => setCell(undefined)}>
        <Canvas
          name={layersText('matrixName', { layer })}
          description={describeWeightMatrix(shown)}
          draw={(canvas, width, pixelRatio) =>
            drawWeightMatrix(canvas, shown, { width, pixelRatio })
          }
        />
      </div>
      <p className="layer-cell">
        {cell ? cellInWords(cell, livingOnly ? live : undefined) : layersText('asOf', { step })}
      </p>
      <p className="layer-key">{layersText('key', { largest: figure(largest) })}</p>
    </>
  );
}

/** Neurons keep their numbers, whichever of them are shown. */
function cellInWords(cell: WeightMatrixCell, live: LivePart | undefined): string {
  const value = figure(cell.value);
  const row = (at: number) => (live?.rows[at] ?? at) + 1;
  const column = (at: number) => (live?.columns[at] ?? at) + 1;
  switch (cell.kind) {
    case 'weight':
      return layersText('weight', { row: row(cell.row), column: column(cell.column), value });
    case 'bias':
      return layersText('bias', { column: column(cell.column), value });
    case 'left':
      return layersText('left', { index: cell.index, entry: row(cell.entry), value });
    case 'right':
      return layersText('right', { index: cell.index, entry: column(cell.entry), value });
  }
}

/** The layer as of the picture on screen; asked for again with every new one. */
function useLayer(layer: number): LayerLook | undefined {
  const lab = useLab();
  const step = useLabState((state) => state.picture?.step);
  const run = useLabState((state) => state.run);
  const [look, setLook] = useState<LayerLook>();
  const busy = useRef(false);
  const asked = `${run}/${step}/${layer}`;
  const [done, setDone] = useState('');
  // One request at a time; what changed meanwhile is asked for when the answer is there.
  useEffect(() => {
    if (busy.current || done === asked) return;
    busy.current = true;
    void lab.layer(layer).then((answer) => {
      busy.current = false;
      setLook(answer);
      setDone(asked);
    });
  }, [lab, layer, asked, done]);
  return look?.layer === layer ? look : undefined;
}

/** To the right of an upright stack, below one that lies. */
function placeBeside(stack: HTMLElement) {
  const box = stack.getBoundingClientRect();
  const [top, left] = [box.top + scrollY, box.left + scrollX];
  return box.height > box.width
    ? { top, left: left + box.width + 8 }
    : { top: top + box.height + 4, left: 16, right: 16 };
}

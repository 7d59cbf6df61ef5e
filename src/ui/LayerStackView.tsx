import { lazy, Suspense, useRef } from 'react';
import { Button } from 'react-aria-components';
import { numericalRank } from '../analysis/index.ts';
import { describeLayerStack, drawLayerStack } from '../charts/layer-stack.ts';
import '../design/tools.css';
import { labText } from '../messages/lab.ts';
import { layersText } from '../messages/layers.ts';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';
import { useLabState } from './lab.ts';
import { keepOpen, passOver, useOpenedLayer } from './layer/opened-layer.ts';
import { useMedia } from './media.ts';

const LayerPanel = lazy(async () => ({
  default: (await import('./layer/LayerPanel.tsx')).LayerPanel,
}));

interface LayerStackViewProps {
  /** Which way the layers follow each other; by default as the screen has room. */
  readonly orientation?: 'up' | 'right';
}

/** The network as a stack of layers, each inked as far as its activations' rank reaches; each can be looked into. */
export function LayerStackView({ orientation: asked }: LayerStackViewProps) {
  const isWide = useMedia('(min-width: 1001px)');
  const orientation = asked ?? (isWide ? 'up' : 'right');
  const { depth, width, threshold, view } = useLabState((state) => state.experiment);
  const hovered = useHoveredLayer();
  const opened = useOpenedLayer();
  const stack = useRef<HTMLDivElement>(null);
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const known = picture && picture.dims.length - 1 === depth;
  const opens = view === 'lab' && picture !== undefined;
  const data = {
    depth,
    width,
    inputs: picture?.dims[0] ?? 2,
    outputs: picture?.dims.at(-1) ?? 2,
    ranks: known
      ? picture.spectra.activations.map((values) => numericalRank(values, threshold))
      : undefined,
  };
  return (
    <div ref={stack} className={`stack ${orientation}`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button below does the same by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button below does the same by keyboard */}
      <div
        className="stack-chart"
        onClick={() => {
          if (opens && hovered) keepOpen(hovered.layer);
        }}
      >
        <Chart
          name={labText('layers')}
          description={describeLayerStack(data)}
          urgent
          draw={(svg, size) =>
            drawLayerStack(svg, data, {
              ...size,
              orientation,
              dimmed: outdated,
              highlighted: opened.layer ?? hovered?.layer,
              onHover: (layer) => {
                hoverLayer(layer === undefined ? undefined : { layer });
                if (opens) passOver(layer);
              },
            })
          }
        />
      </div>
      {view === 'lab' && (
        <Button
          className="link-button layer-button"
          isDisabled={!opens}
          onPress={() => keepOpen(opened.layer ?? 1)}
        >
          {layersText('open')}
        </Button>
      )}
      {opened.layer !== undefined && stack.current && (
        <Suspense>
          <LayerPanel beside={stack.current} />
        </Suspense>
      )}
    </div>
  );
}

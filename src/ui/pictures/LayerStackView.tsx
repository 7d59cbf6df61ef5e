import { Suspense, useRef } from 'react';
import { Button } from 'react-aria-components';
import { describeLayerStack, drawLayerStack } from '../../charts/layer-stack/layer-stack.ts';
import '../../design/tools.css';
import { labText } from '../../messages/lab.ts';
import { layersText } from '../../messages/layers.ts';
import { useLabState } from '../lab.ts';
import { later } from '../later.ts';
import { keepOpen, passOver, useOpenedLayer } from '../layer/opened-layer.ts';
import { useMedia } from '../media.ts';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';
import { useLayerStack } from './layer-stack.ts';

const LayerPanel = later(async () => (await import('../layer/LayerPanel.tsx')).LayerPanel);

interface LayerStackViewProps {
  /** Which way the layers follow each other; by default as the screen has room. */
  readonly orientation?: 'up' | 'right';
}

/** The network as a stack of layers, each inked as far as its activations' rank reaches; each can be looked into. */
export function LayerStackView({ orientation: asked }: LayerStackViewProps) {
  const isWide = useMedia('(min-width: 1001px)');
  const orientation = asked ?? (isWide ? 'up' : 'right');
  const view = useLabState((state) => state.experiment.view);
  const hovered = useHoveredLayer();
  const opened = useOpenedLayer();
  const stack = useRef<HTMLDivElement>(null);
  const isShown = useLabState((state) => state.picture !== undefined);
  const outdated = useLabState((state) => state.outdated);
  const opens = view === 'lab' && isShown;
  const data = useLayerStack();
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

/** The pictures of the figures: the lab's own charts, each with the caption that the article gives it. */
import type { ReactNode } from 'react';
import { describeClassMap, drawClassMap } from '../charts/class-map/class-map.ts';
import { describeSpectrum, drawSpectrum } from '../charts/spectrum/spectrum.ts';
import { domain } from '../experiment/data/domain.ts';
import { articleText } from '../messages/article.ts';
import type { ClassPicture } from '../session/index.ts';
import { useLabState } from '../ui/lab.ts';
import { Chart } from '../ui/pictures/Chart.tsx';
import { hoverLayer, useHoveredLayer } from '../ui/pictures/hovered-layer.ts';
import { useOutdated, usePicture } from '../ui/pictures/shown-picture.ts';
import { useFigure, useLife } from './figure.ts';

interface PanelProps {
  readonly caption: ReactNode;
  readonly className: string;
  readonly outdated?: boolean;
  readonly children: ReactNode;
}

/** A chart with its caption. */
export function Panel({ caption, className, outdated = false, children }: PanelProps) {
  return (
    <figure className={`panel ${className}`} data-outdated={outdated || undefined}>
      {children}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

const noPoints = { inputs: new Float32Array(0), labels: [] };

/** What the map shows of a picture. */
export function mapData(picture: ClassPicture | undefined) {
  if (!picture) {
    return {
      domain,
      classCount: 0,
      regions: [],
      boundaries: [],
      tripoints: [],
      points: noPoints,
    };
  }
  const { topology, data, predicted } = picture;
  return { ...topology, points: { inputs: data.inputs, labels: data.labels, predicted } };
}

interface MapPanelProps {
  /** A drawing of the map that stands in for it until it is first drawn. */
  readonly first?: SVGSVGElement | undefined;
}

/** The regions of the plane that the network assigns to each class. */
export function MapPanel({ first }: MapPanelProps) {
  const picture = usePicture('classes');
  const outdated = useOutdated();
  const figure = useFigure();
  const point = useLife((life) => life.point);
  const data = mapData(picture);
  return (
    <Panel caption={articleText('mapCaption')} className="map-panel" outdated={outdated}>
      <Chart
        name={articleText('map')}
        first={first}
        description={picture ? describeClassMap(data) : articleText('nothingYet')}
        draw={(svg, size) =>
          drawClassMap(svg, data, {
            ...size,
            dimmed: outdated,
            pictureId: picture?.run ?? 0,
            marker: point,
            onHover: (hover) =>
              figure.life.setState({
                point: hover?.point,
                place: hover && { x: hover.x, y: hover.y },
              }),
          })
        }
      />
    </Panel>
  );
}

interface SpectrumPanelProps {
  readonly of: 'weights' | 'activations';
  /** The layer that is read out while the pointer is elsewhere. */
  readonly layer?: number;
}

/** The singular values of every layer. */
export function SpectrumPanel({ of, layer }: SpectrumPanelProps) {
  const picture = useLabState((state) => state.picture);
  const outdated = useOutdated();
  const threshold = useLabState((state) => state.experiment.threshold);
  const hovered = useHoveredLayer();
  const data = { title: articleText(of), layers: picture?.spectra[of] ?? [] };
  return (
    <Panel caption={articleText(`${of}Caption`)} className="spectrum-panel" outdated={outdated}>
      <Chart
        name={data.title}
        description={picture ? describeSpectrum(data, { threshold }) : articleText('nothingYet')}
        draw={(svg, size) =>
          drawSpectrum(svg, data, {
            ...size,
            threshold,
            titled: false,
            highlighted: hovered ?? (layer === undefined ? undefined : { layer }),
            onHover: hoverLayer,
          })
        }
      />
    </Panel>
  );
}

import { describeSpectrum, drawSpectrum } from '../../charts/spectrum/spectrum.ts';
import { labText } from '../../messages/lab.ts';
import { useLinkedAxes } from '../compare/linked-views.ts';
import { useLabState } from '../lab.ts';
import { Prose } from '../notes/Prose.tsx';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';

/** The singular values of every weight matrix and of the activations of every layer, centred unless the visitor wants them as they are. */
export function SpectraView() {
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const threshold = useLabState((state) => state.experiment.threshold);
  const centring = useLabState((state) => state.experiment.centring);
  const hovered = useHoveredLayer();
  const linked = useLinkedAxes();
  const raw = centring === 'raw' ? picture?.rawActivations : undefined;
  const panels = [
    {
      key: 'weights',
      heading: labText('weights'),
      help: labText('weightsHelp'),
      data: {
        title: labText('weightValues'),
        layers: picture?.spectra.weights ?? [],
      },
    },
    {
      key: 'activations',
      heading: labText(raw ? 'activationsRaw' : 'activations'),
      help: labText('activationsHelp'),
      data: {
        title: labText(raw ? 'activationValuesRaw' : 'activationValues'),
        layers: raw ?? picture?.spectra.activations ?? [],
      },
    },
  ] as const;
  return (
    <div className="spectra" data-outdated={outdated || undefined}>
      {panels.map(({ key, heading, help, data }) => (
        <figure key={key} className="view spectrum-view">
          <figcaption>
            <h2>
              <Prose>{heading}</Prose>
            </h2>
            <p>{help}</p>
          </figcaption>
          <Chart
            name={data.title}
            description={picture ? describeSpectrum(data, { threshold }) : labText('nothingYet')}
            draw={(svg, size) =>
              drawSpectrum(svg, data, {
                ...size,
                threshold,
                titled: false,
                yDomain: linked[key],
                highlighted: hovered,
                onHover: hoverLayer,
              })
            }
          />
        </figure>
      ))}
    </div>
  );
}

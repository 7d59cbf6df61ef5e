import { describeSpectrum, drawSpectrum } from '../charts/spectrum.ts';
import { scienceText } from '../messages/science.ts';
import { Chart } from './Chart.tsx';
import { hoverLayer, useHoveredLayer } from './hovered-layer.ts';
import { useLabState } from './lab.ts';

/** The singular values of every weight matrix and of the activations of every layer, centred unless the visitor wants them as they are. */
export function SpectraView() {
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const threshold = useLabState((state) => state.experiment.threshold);
  const centring = useLabState((state) => state.experiment.centring);
  const hovered = useHoveredLayer();
  const raw = centring === 'raw' ? picture?.rawActivations : undefined;
  const panels = [
    {
      key: 'weights',
      heading: (
        <>
          Weights <var>W</var>
          <sub>ℓ</sub>
        </>
      ),
      help: 'What each layer can pass on.',
      data: {
        title: 'Singular values of the weights, sᵢ(W)',
        layers: picture?.spectra.weights ?? [],
      },
    },
    {
      key: 'activations',
      heading: (
        <>
          Activations <var>Z</var>
          <sub>ℓ</sub>
          {scienceText(raw ? 'spectra.raw' : 'spectra.centred')}
        </>
      ),
      help: 'How many directions the data occupy there.',
      data: {
        title: scienceText(raw ? 'spectra.rawTitle' : 'spectra.centredTitle'),
        layers: raw ?? picture?.spectra.activations ?? [],
      },
    },
  ] as const;
  return (
    <div className="spectra" data-outdated={outdated || undefined}>
      {panels.map(({ key, heading, help, data }) => (
        <figure key={key} className="view spectrum-view">
          <figcaption>
            <h2>{heading}</h2>
            <p>{help}</p>
          </figcaption>
          <Chart
            name={data.title}
            description={
              picture ? describeSpectrum(data, { threshold }) : 'Nothing has been trained yet.'
            }
            draw={(svg, size) =>
              drawSpectrum(svg, data, {
                ...size,
                threshold,
                titled: false,
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

import { useState } from 'react';
import { numericalRank } from '../../analysis/ranks/index.ts';
import { figure } from '../../charts/figures.ts';
import { storyText } from '../../messages/story.ts';
import { useLab } from '../../ui/lab.ts';
import { DepthScrub } from '../DepthScrub.tsx';
import { FigureFrame } from '../FigureFrame.tsx';
import { FigureScope } from '../FigureScope.tsx';
import { DisplayFormula, Formula } from '../Formula.tsx';
import { useReading } from '../figure.ts';
import linear from '../formulas/linear.tex';
import singularValues from '../formulas/singular-values.tex';
import { MarginNote } from '../MarginNote.tsx';
import { Prose } from '../Prose.tsx';
import { SpectrumPanel } from '../panels.tsx';
import { Scrub } from '../Scrub.tsx';
import { Paragraph, Section } from '../Section.tsx';
import { Sentence } from '../Sentence.tsx';
import { range } from '../scrub-values.ts';
import { widest } from '../shared.ts';

const thresholds = [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5];

/** What the dots of a spectrum mean, and what a linear network pays for them. */
export function ValueSection() {
  const [layer, setLayer] = useState(5);
  return (
    <Section id="singular-values" title={storyText('value.title')}>
      <FigureScope choices={{ data: 'paper-s', depth: 9 }} file="paper-s" plays>
        <Paragraph>
          <Prose
            say={storyText}
            message="value.text"
            slots={{ values: <Formula html={singularValues} /> }}
          />
        </Paragraph>
        <Paragraph
          notes={<MarginNote mark="measured">{storyText('value.noteCentred')}</MarginNote>}
        >
          {storyText('value.count')}
        </Paragraph>
        <ValueSentence layer={layer} onLayer={setLayer} />
        <FigureFrame name="singular-values" layout="two-spectra">
          <SpectrumPanel of="activations" layer={layer} />
          <SpectrumPanel of="weights" layer={layer} />
        </FigureFrame>
      </FigureScope>
      <Paragraph
        below={<DisplayFormula html={linear} />}
        notes={
          <MarginNote mark="theorem">
            <Prose say={storyText} message="value.noteLinear" slots={{ matrix: <var>A</var> }} />
          </MarginNote>
        }
      >
        <Prose say={storyText} message="value.price" slots={{ matrix: <var>A</var> }} />
      </Paragraph>
      <LinearExample />
    </Section>
  );
}

interface ValueSentenceProps {
  readonly layer: number;
  readonly onLayer: (layer: number) => void;
}

function ValueSentence({ layer: wanted, onLayer }: ValueSentenceProps) {
  const lab = useLab();
  const { depth, threshold, picture } = useReading();
  const layer = Math.min(wanted, depth);
  const values = picture?.spectra.activations[layer - 1];
  return (
    <Sentence
      longest={storyText('value.sentence', {
        depth: widest,
        threshold: widest,
        layer: widest,
        count: widest,
        total: widest,
      })}
    >
      <Prose
        say={storyText}
        message="value.sentence"
        slots={{
          depth: <DepthScrub />,
          threshold: (
            <Scrub
              label={storyText('value.thresholdLabel')}
              value={threshold}
              values={thresholds}
              onChange={(value) => lab.choose({ threshold: value })}
            />
          ),
          layer: (
            <Scrub
              label={storyText('value.layerLabel')}
              value={layer}
              values={range(1, depth)}
              onChange={onLayer}
            />
          ),
          count: <strong>{values ? numericalRank(values, threshold) : '…'}</strong>,
          total: values?.length ?? '…',
        }}
      />
    </Sentence>
  );
}

/** Singular values of the matrix in the example. */
const example = [2, 1, 0.1];
const layerCounts = [
  1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 64, 80, 100, 150, 200, 500, 1000,
];

/** Σ sᵢ^{2/L} of a matrix that needs no training. */
function LinearExample() {
  const [layers, setLayers] = useState(1);
  const cost = example.reduce((sum, value) => sum + value ** (2 / layers), 0);
  return (
    <p className="sentence">
      <Prose
        say={storyText}
        message="value.example"
        slots={{
          layers: (
            <>
              <Scrub
                label={storyText('value.exampleLabel')}
                value={layers}
                values={layerCounts}
                onChange={setLayers}
              />{' '}
              {storyText('value.layers', { count: layers })}
            </>
          ),
          cost: <strong>{figure(cost, 4)}</strong>,
        }}
      />
    </p>
  );
}

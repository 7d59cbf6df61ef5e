import { useEffect } from 'react';
import { articleText } from '../../messages/article.ts';
import { storyText } from '../../messages/story.ts';
import { useLab } from '../../ui/lab.ts';
import { cardOf } from '../../ui/pictures/card-of.ts';
import { DepthScrub } from '../DepthScrub.tsx';
import { FigureFrame } from '../FigureFrame.tsx';
import { FigureScope } from '../FigureScope.tsx';
import { useReading } from '../figure.ts';
import { GraphPanel } from '../GraphPanel.tsx';
import { LinePanel } from '../LinePanel.tsx';
import { MarginNote } from '../MarginNote.tsx';
import { Prose } from '../Prose.tsx';
import { MapPanel } from '../panels.tsx';
import { Paragraph, Section } from '../Section.tsx';
import { Sentence } from '../Sentence.tsx';
import { widest } from '../shared.ts';

/** Why a function that goes through one number has no tripoints. */
export function TripointSection() {
  return (
    <Section id="no-tripoints" title={storyText('tripoint.title')}>
      <FigureScope choices={{ data: 'three-blobs', depth: 12 }} file="three-blobs" plays>
        <Paragraph
          notes={
            <>
              <MarginNote mark="theorem">{storyText('tripoint.noteTheorem')}</MarginNote>
              <MarginNote mark="derived">{storyText('tripoint.noteDerived')}</MarginNote>
            </>
          }
        >
          {storyText('tripoint.text')}
        </Paragraph>
        <Paragraph
          notes={<MarginNote mark="measured">{storyText('tripoint.noteMeasured')}</MarginNote>}
        >
          {storyText('tripoint.blobs')}
        </Paragraph>
        <TripointSentence />
        <FigureFrame name="no-tripoints" layout="map-line-graph">
          <LookAtLine />
          <MapPanel />
          <LinePanel />
          <GraphPanel />
        </FigureFrame>
      </FigureScope>
    </Section>
  );
}

/** Asks for the data at the bottleneck. */
function LookAtLine() {
  const lab = useLab();
  useEffect(() => lab.watch({ jacobian: false, representation: true }), [lab]);
  return null;
}

function TripointSentence() {
  const { picture, rank, threshold } = useReading();
  const card = picture?.kind === 'classes' ? cardOf(picture, threshold) : undefined;
  const shape = card && (card.adjacencyIsPath ? 'tripoint.chain' : 'tripoint.ring');
  return (
    <Sentence
      longest={storyText('tripoint.sentence', {
        depth: widest,
        rank: widest,
        tripoints: articleText('tripoints', { count: widest }),
        shape: storyText('tripoint.ring'),
      })}
    >
      <Prose
        say={storyText}
        message="tripoint.sentence"
        slots={{
          depth: <DepthScrub />,
          rank: <strong>{rank ?? '…'}</strong>,
          tripoints: (
            <strong>{card ? articleText('tripoints', { count: card.tripoints }) : '…'}</strong>
          ),
          shape: shape ? storyText(shape) : '…',
        }}
      />
    </Sentence>
  );
}

import { articleText } from '../../messages/article.ts';
import { storyText } from '../../messages/story.ts';
import { DepthScrub } from '../DepthScrub.tsx';
import { FigureFrame } from '../FigureFrame.tsx';
import { FigureScope } from '../FigureScope.tsx';
import { useReading } from '../figure.ts';
import { MarginNote } from '../MarginNote.tsx';
import { Prose } from '../Prose.tsx';
import { MapPanel } from '../panels.tsx';
import { Paragraph, Section } from '../Section.tsx';
import { Sentence } from '../Sentence.tsx';
import { SmallMaps } from '../SmallMaps.tsx';
import { widest } from '../shared.ts';

/** The class map over depth: from corners to bands. */
export function DepthSection() {
  return (
    <Section id="depth" title={storyText('depth.title')}>
      <FigureScope choices={{ data: 'paper-s', depth: 2 }} file="paper-s" plays>
        <Paragraph notes={<MarginNote mark="setting">{storyText('depth.noteSetting')}</MarginNote>}>
          <Prose
            say={storyText}
            message="depth.text"
            slots={{ tripoint: <em>{articleText('tripoint')}</em> }}
          />
        </Paragraph>
        <Paragraph notes={<MarginNote mark="measured">{storyText('depth.noteStart')}</MarginNote>}>
          {storyText('depth.more')}
        </Paragraph>
        <DepthSentence />
        <FigureFrame name="depth" layout="map-small-maps">
          <MapPanel />
          <SmallMaps />
        </FigureFrame>
      </FigureScope>
    </Section>
  );
}

function DepthSentence() {
  const { picture, rank } = useReading();
  const tripoints = picture?.kind === 'classes' ? picture.topology.tripoints.length : undefined;
  return (
    <Sentence
      longest={storyText('depth.sentence', {
        depth: widest,
        tripoints: articleText('tripoints', { count: widest }),
        rank: articleText('directions', { count: widest }),
      })}
    >
      <Prose
        say={storyText}
        message="depth.sentence"
        slots={{
          depth: <DepthScrub />,
          tripoints: (
            <strong>
              {tripoints === undefined ? '…' : articleText('tripoints', { count: tripoints })}
            </strong>
          ),
          rank: (
            <strong>{rank === undefined ? '…' : articleText('directions', { count: rank })}</strong>
          ),
        }}
      />
    </Sentence>
  );
}

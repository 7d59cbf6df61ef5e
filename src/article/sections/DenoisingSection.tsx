import { percentage } from '../../charts/figures.ts';
import { articleText } from '../../messages/article.ts';
import { storyText } from '../../messages/story.ts';
import { siteLink } from '../../ui/site/site-link.ts';
import { ArrowPanel } from '../ArrowPanel.tsx';
import { DepthScrub } from '../DepthScrub.tsx';
import { FigureFrame } from '../FigureFrame.tsx';
import { FigureScope } from '../FigureScope.tsx';
import { useReading } from '../figure.ts';
import { MarginNote } from '../MarginNote.tsx';
import { Prose } from '../Prose.tsx';
import { SpectrumPanel } from '../panels.tsx';
import { Paragraph, Section } from '../Section.tsx';
import { Sentence } from '../Sentence.tsx';
import { widest } from '../shared.ts';

/** Figure 3 of the paper: an autoencoder that projects because that is cheaper than copying. */
export function DenoisingSection() {
  return (
    <Section id="denoising" title={storyText('noise.title')}>
      <FigureScope choices={{ data: 'paper-curve', depth: 6 }} file="paper-curve" plays>
        <Paragraph notes={<MarginNote mark="theorem">{storyText('noise.noteTheorem')}</MarginNote>}>
          {storyText('noise.text')}
        </Paragraph>
        <Paragraph
          notes={
            <MarginNote mark="measured">
              <Prose
                say={storyText}
                message="noise.noteDigits"
                slots={{
                  link: (
                    <a href={siteLink('lab', 'data=digits')}>{storyText('noise.digitsLink')}</a>
                  ),
                }}
              />
            </MarginNote>
          }
        >
          {storyText('noise.more')}
        </Paragraph>
        <NoiseSentence />
        <FigureFrame name="denoising" layout="map-spectra">
          <ArrowPanel />
          <SpectrumPanel of="activations" />
          <SpectrumPanel of="weights" />
        </FigureFrame>
      </FigureScope>
    </Section>
  );
}

function NoiseSentence() {
  const { picture, rank } = useReading();
  const curve = picture?.kind === 'curve' ? picture : undefined;
  return (
    <Sentence
      longest={storyText('noise.sentence', {
        depth: widest,
        share: percentage(1),
        rank: articleText('directions', { count: widest }),
      })}
    >
      <Prose
        say={storyText}
        message="noise.sentence"
        slots={{
          depth: <DepthScrub />,
          share: (
            <strong>{curve ? percentage(curve.distanceAfter / curve.distanceBefore) : '…'}</strong>
          ),
          rank: (
            <strong>{rank === undefined ? '…' : articleText('directions', { count: rank })}</strong>
          ),
        }}
      />
    </Sentence>
  );
}

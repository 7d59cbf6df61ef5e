import { figure } from '../../charts/figures.ts';
import { articleText } from '../../messages/article.ts';
import { storyText } from '../../messages/story.ts';
import { featuredTeacher } from '../../snapshot/featured.ts';
import { siteLink } from '../../ui/site/site-link.ts';
import { DepthScrub } from '../DepthScrub.tsx';
import { FigureFrame } from '../FigureFrame.tsx';
import { FigureScope } from '../FigureScope.tsx';
import { FileNote } from '../FileNote.tsx';
import { Formula } from '../Formula.tsx';
import { useReading } from '../figure.ts';
import smallRest from '../formulas/small-rest.tex';
import { MarginNote } from '../MarginNote.tsx';
import { NonlinearityPanel } from '../NonlinearityPanel.tsx';
import { Prose } from '../Prose.tsx';
import { SpectrumPanel } from '../panels.tsx';
import { Paragraph, Section } from '../Section.tsx';
import { Sentence } from '../Sentence.tsx';
import { widest } from '../shared.ts';

/** Figure 1 of the paper, at a size that trains while one reads. */
export function BottleneckSection() {
  return (
    <Section id="bottleneck" title={storyText('bottleneck.title')}>
      <FigureScope choices={{ ...featuredTeacher, depth: 12 }} file="teacher-rank-2" plays>
        <Paragraph
          notes={
            <MarginNote mark="setting">
              <Prose
                say={storyText}
                message="bottleneck.noteFigure"
                slots={{
                  link: (
                    <a href={siteLink('lab', 'task=rank-recovery')}>
                      {storyText('bottleneck.figureLink')}
                    </a>
                  ),
                }}
              />
            </MarginNote>
          }
        >
          {storyText('bottleneck.text')}
        </Paragraph>
        <Paragraph
          notes={
            <MarginNote mark="theorem">
              <Prose
                say={storyText}
                message="bottleneck.noteStructure"
                slots={{ formula: <Formula html={smallRest} /> }}
              />
            </MarginNote>
          }
        >
          {storyText('bottleneck.look')}
        </Paragraph>
        <BottleneckSentence />
        <FigureFrame name="bottleneck" layout="three-panels">
          <SpectrumPanel of="activations" />
          <SpectrumPanel of="weights" />
          <NonlinearityPanel />
        </FigureFrame>
        <div className="notes-below">
          <MarginNote mark="setting">{storyText('bottleneck.noteError')}</MarginNote>
          <FileNote />
        </div>
      </FigureScope>
    </Section>
  );
}

function BottleneckSentence() {
  const { picture, rank } = useReading();
  const teacher = picture?.kind === 'teacher' ? picture : undefined;
  return (
    <Sentence
      longest={storyText('bottleneck.sentence', {
        depth: widest,
        rank: articleText('directions', { count: widest }),
        true: widest,
        train: widest,
        test: widest,
      })}
    >
      <Prose
        say={storyText}
        message="bottleneck.sentence"
        slots={{
          depth: <DepthScrub />,
          rank: (
            <strong>{rank === undefined ? '…' : articleText('directions', { count: rank })}</strong>
          ),
          true: teacher?.trueRank ?? '…',
          train: teacher ? figure(teacher.trainingError, 2) : '…',
          test: <strong>{teacher ? figure(teacher.testError, 2) : '…'}</strong>,
        }}
      />
    </Sentence>
  );
}

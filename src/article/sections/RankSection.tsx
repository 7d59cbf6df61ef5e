import { figure } from '../../charts/figures.ts';
import { storyText } from '../../messages/story.ts';
import { useLabState } from '../../ui/lab.ts';
import { BracketPanel } from '../BracketPanel.tsx';
import { DepthScrub } from '../DepthScrub.tsx';
import { FigureFrame } from '../FigureFrame.tsx';
import { FigureScope } from '../FigureScope.tsx';
import { DisplayFormula, Formula } from '../Formula.tsx';
import { useReading } from '../figure.ts';
import bottleneckRank from '../formulas/bottleneck-rank.tex';
import conjecture from '../formulas/conjecture.tex';
import cost from '../formulas/cost.tex';
import jacobianRank from '../formulas/jacobian-rank.tex';
import schatten from '../formulas/schatten.tex';
import theorem1 from '../formulas/theorem-1.tex';
import { MarginNote } from '../MarginNote.tsx';
import { Prose } from '../Prose.tsx';
import { Paragraph, Section } from '../Section.tsx';
import { Sentence } from '../Sentence.tsx';
import { widest } from '../shared.ts';

/** Theorem 1, and where one trained network stands in it. */
export function RankSection() {
  const word = (key: 'rank.jacobianRank' | 'rank.bottleneckRank') => <em>{storyText(key)}</em>;
  return (
    <Section id="rank" title={storyText('rank.title')}>
      <FigureScope choices={{ data: 'paper-s', depth: 9 }} file="paper-s" plays>
        <Paragraph below={<DisplayFormula html={jacobianRank} />}>
          <Prose
            say={storyText}
            message="rank.text"
            slots={{ jacobianRank: word('rank.jacobianRank') }}
          />
        </Paragraph>
        <Paragraph below={<DisplayFormula html={bottleneckRank} />}>
          <Prose
            say={storyText}
            message="rank.passage"
            slots={{ bottleneckRank: word('rank.bottleneckRank') }}
          />
        </Paragraph>
        <Paragraph>
          <Prose say={storyText} message="rank.price" slots={{ cost: <Formula html={cost} /> }} />
        </Paragraph>
        <Paragraph
          below={<DisplayFormula html={theorem1} />}
          notes={
            <>
              <MarginNote mark="theorem">{storyText('rank.noteTheorem')}</MarginNote>
              <MarginNote mark="conjecture">
                <Prose
                  say={storyText}
                  message="rank.noteConjecture"
                  slots={{ formula: <Formula html={conjecture} /> }}
                />
              </MarginNote>
            </>
          }
        >
          {storyText('rank.limit')}
        </Paragraph>
        <RankSentence />
        <FigureFrame name="rank" layout="bracket">
          <BracketPanel />
        </FigureFrame>
        <div className="notes-below">
          <MarginNote mark="derived">{storyText('rank.notePointer')}</MarginNote>
          <MarginNote mark="theorem">
            <Prose
              say={storyText}
              message="rank.noteSchatten"
              slots={{ formula: <Formula html={schatten} /> }}
            />
          </MarginNote>
        </div>
      </FigureScope>
    </Section>
  );
}

function RankSentence() {
  const { rank, price } = useReading();
  const jacobian = useLabState((state) => state.insight?.jacobian?.rank);
  return (
    <Sentence
      longest={storyText('rank.sentence', {
        depth: widest,
        cost: widest,
        bottleneck: widest,
        jacobian: widest,
      })}
    >
      <Prose
        say={storyText}
        message={jacobian === undefined ? 'rank.sentenceShort' : 'rank.sentence'}
        slots={{
          depth: <DepthScrub />,
          cost: <strong>{price === undefined ? '…' : figure(price)}</strong>,
          bottleneck: <strong>{rank ?? '…'}</strong>,
          jacobian: <strong>{jacobian}</strong>,
        }}
      />
    </Sentence>
  );
}

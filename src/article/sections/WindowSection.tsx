import { Suspense } from 'react';
import { storyText } from '../../messages/story.ts';
import { later } from '../../ui/later.ts';
import { DisplayFormula, Formula } from '../Formula.tsx';
import logN from '../formulas/log-n.tex';
import thread from '../formulas/thread.tex';
import trueRank from '../formulas/true-rank.tex';
import underestimate from '../formulas/underestimate.tex';
import { MarginNote } from '../MarginNote.tsx';
import { Prose } from '../Prose.tsx';
import { Paragraph, Section } from '../Section.tsx';
import { WhenNear } from '../WhenNear.tsx';

const WindowFigures = later(async () => (await import('../WindowFigures.tsx')).WindowFigures);

/** Why there are depths that are too deep, and the window as it was measured. */
export function WindowSection() {
  return (
    <Section id="window" title={storyText('window.title')}>
      <Paragraph
        below={<DisplayFormula html={underestimate} />}
        notes={<MarginNote mark="theorem">{storyText('window.noteUnder')}</MarginNote>}
      >
        {storyText('window.text')}
      </Paragraph>
      <Paragraph
        below={<DisplayFormula html={trueRank} />}
        notes={<MarginNote mark="theorem">{storyText('window.noteTrue')}</MarginNote>}
      >
        {storyText('window.true')}
      </Paragraph>
      <Paragraph
        below={<DisplayFormula html={thread} />}
        notes={<MarginNote mark="theorem">{storyText('window.noteThread')}</MarginNote>}
      >
        {storyText('window.thread')}
      </Paragraph>
      <Paragraph
        notes={
          <>
            <MarginNote mark="derived">{storyText('window.noteWindow')}</MarginNote>
            <MarginNote mark="conjecture">{storyText('window.noteNarrow')}</MarginNote>
            <MarginNote mark="measured">{storyText('window.noteTraining')}</MarginNote>
          </>
        }
      >
        <Prose
          say={storyText}
          message="window.together"
          slots={{ logN: <Formula html={logN} /> }}
        />
      </Paragraph>
      <WhenNear className="window-figures">
        <Suspense>
          <WindowFigures />
        </Suspense>
      </WhenNear>
    </Section>
  );
}

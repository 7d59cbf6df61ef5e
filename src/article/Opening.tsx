import { articleText } from '../messages/article.ts';
import { MarginNote, type Mark } from './MarginNote.tsx';
import { Paragraph } from './Section.tsx';

const marks: readonly Exclude<Mark, 'setting'>[] = ['theorem', 'conjecture', 'derived', 'measured'];

/** What the article is, and how its margins are to be read. */
export function Opening() {
  return (
    <div className="opening">
      <Paragraph>{articleText('byline')}</Paragraph>
      <div className="marks">
        {marks.map((mark) => (
          <MarginNote key={mark} mark={mark}>
            {articleText(`${mark}Meaning`)}
          </MarginNote>
        ))}
      </div>
    </div>
  );
}

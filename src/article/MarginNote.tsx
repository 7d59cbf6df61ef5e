import type { ReactNode } from 'react';
import { articleText } from '../messages/article.ts';
import { markShapes, type StatementMark } from '../ui/notes/statement-marks.ts';
import { Words } from './Words.tsx';

/** How a statement is known, or what a figure was set to. */
export type Mark = StatementMark | 'setting';

const shapes: Readonly<Record<Mark, string>> = {
  ...markShapes,
  setting: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
};

interface MarginNoteProps {
  readonly mark: Mark;
  readonly children: ReactNode;
}

/** A note beside the paragraph before it: what kind of statement that is, and its source. */
export function MarginNote({ mark, children }: MarginNoteProps) {
  return (
    <aside className="margin-note" data-mark={mark} role="note">
      <p>
        <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
          <path d={shapes[mark]} fillRule="evenodd" />
        </svg>
        <strong>{articleText(mark)}</strong>{' '}
        {typeof children === 'string' ? <Words text={children} /> : children}
      </p>
    </aside>
  );
}

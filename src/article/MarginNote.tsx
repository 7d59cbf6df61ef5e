import type { ReactNode } from 'react';
import { articleText } from '../messages/article.ts';

/** How a statement is known. */
export type Mark = 'theorem' | 'conjecture' | 'derived' | 'measured' | 'setting';

/** Each mark has a shape of its own, so that colour is never the only difference. */
const shapes: Readonly<Record<Mark, string>> = {
  theorem: 'M2 2h12v12H2z',
  conjecture: 'M8 1l7 7-7 7-7-7zm0 3L4 8l4 4 4-4z',
  derived: 'M2 2h12v12H2zm2 2v8h8V4z',
  measured: 'M1 13h14v2H1zM2 8h3v4H2zm5-4h3v8H7zm5-3h3v11h-3z',
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
        <strong>{articleText(mark)}</strong> {children}
      </p>
    </aside>
  );
}

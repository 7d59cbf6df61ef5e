import type { ReactNode } from 'react';
import { sweepText } from '../../messages/sweep.ts';
import { markShapes, type StatementMark } from '../notes/statement-marks.ts';

interface StatementProps {
  readonly mark: StatementMark;
  readonly children: ReactNode;
}

/** A statement in the margin of a figure, labelled by how it is known. */
export function Statement({ mark, children }: StatementProps) {
  return (
    <div className="statement" data-mark={mark}>
      <p className="statement-mark">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={markShapes[mark]} fillRule="evenodd" />
        </svg>
        {sweepText(`mark.${mark}`)}
      </p>
      <div>{children}</div>
    </div>
  );
}

/** Sentences, each a paragraph. */
export function Sentences({ of }: { readonly of: readonly string[] }) {
  return of.map((sentence) => <p key={sentence}>{unbroken(sentence)}</p>);
}

/** “L = 9” stays on one line. */
function unbroken(sentence: string): string {
  return sentence.replaceAll(' = ', '\u00a0=\u00a0');
}

import type { ReactNode } from 'react';
import { Words } from './Words.tsx';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One idea of the story. Its title is a link to it, for whoever wants to hand it on. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <a className="heading-link" href={`#${id}`}>
          {title}
        </a>
      </h2>
      {children}
    </section>
  );
}

interface ParagraphProps {
  readonly children: ReactNode;
  /** Formulas that belong under the paragraph. */
  readonly below?: ReactNode;
  /** What stands beside it, and under it where the window is narrow. */
  readonly notes?: ReactNode;
}

/** A paragraph with its margin. */
export function Paragraph({ children, below, notes }: ParagraphProps) {
  return (
    <div className="row">
      <div className="row-text">
        <p>{typeof children === 'string' ? <Words text={children} /> : children}</p>
        {below}
      </div>
      {notes && <div className="row-notes">{notes}</div>}
    </div>
  );
}

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { figure } from '../charts/figures.ts';
import { formatQuery, withChanges } from '../experiment/index.ts';
import { articleText } from '../messages/article.ts';
import { useLabState } from '../ui/lab.ts';
import { wayOutOfCollapse } from '../ui/notes/way-out-of-collapse.ts';
import { siteLink } from '../ui/site/site-link.ts';
import { useReading } from './figure.ts';

interface SentenceProps {
  readonly children: ReactNode;
  /** The longest it will come to be: what is below stays where it is while numbers change. */
  readonly longest?: string | undefined;
}

/** How long a sentence has to stand before it is read out, in milliseconds. */
const standing = 900;

/** The sentence that a figure computes. A settled one is announced once somebody has moved something. */
export function Sentence({ children, longest }: SentenceProps) {
  const text = useRef<HTMLParagraphElement>(null);
  const first = useRef<string>(undefined);
  const [announced, setAnnounced] = useState('');
  const { isSettled, frame } = useReading();
  // Whatever renders it anew begins the wait anew.
  useEffect(() => {
    if (!isSettled) return;
    const timer = setTimeout(() => {
      const said = text.current?.textContent ?? '';
      first.current ??= said;
      if (said !== first.current) setAnnounced(said);
    }, standing);
    return () => clearTimeout(timer);
  });
  const trouble =
    frame?.status === 'diverged' ? 'diverged' : frame?.collapsed ? 'collapsed' : undefined;
  return (
    <>
      <p ref={text} className="sentence" data-longest={longest}>
        <span>
          {children}
          {trouble && <span className="trouble"> {articleText(trouble)}</span>}
          {trouble === 'collapsed' && <WayOut />}
        </span>
      </p>
      <p className="unseen" role="status">
        {announced}
      </p>
    </>
  );
}

/** Opens the lab at what may help this run; a figure of the article has no settings but its depth. */
function WayOut() {
  const choices = useLabState((state) => state.choices);
  const experiment = useLabState((state) => state.experiment);
  const { kind, changes, warmUp, amplitude, lambda } = wayOutOfCollapse(experiment);
  const values = { share: figure(warmUp), amplitude: figure(amplitude), lambda: figure(lambda) };
  return (
    <>
      {' '}
      <a href={siteLink('lab', formatQuery(withChanges(choices, changes)))}>
        {articleText(`wayOut.${kind}`, values)}
      </a>
    </>
  );
}

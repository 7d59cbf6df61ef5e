import { useEffect, useRef } from 'react';
import { labText } from '../../messages/lab.ts';
import { useLabState } from '../lab.ts';
import { closerLook, useWatch } from './closer-look.ts';
import { LineView } from './LineView.tsx';
import { RankBracketView } from './RankBracketView.tsx';
import { RanksView } from './RanksView.tsx';
import { RepresentationView } from './RepresentationView.tsx';
import { TopologyCardView } from './TopologyCardView.tsx';

/** Ranks and hidden representations, and a classifier’s line and topology; computed only while on screen. */
export function CloserLookSection() {
  const section = useRef<HTMLElement>(null);
  const kind = useLabState((state) => state.picture?.kind);
  const isClassifier = kind === 'classes';
  useWatch();
  useEffect(() => {
    if (!section.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => closerLook.setState({ onScreen: entry.isIntersecting }),
      { rootMargin: '50% 0px' },
    );
    observer.observe(section.current);
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={section} className="closer-look" aria-labelledby="closer-look">
      {kind && (
        <>
          <h2 id="closer-look">{labText('closerLook')}</h2>
          <div className="closer-look-views">
            <RankBracketView />
            {isClassifier && <TopologyCardView />}
            <RanksView />
            {isClassifier && <LineView />}
            <RepresentationView />
          </div>
        </>
      )}
    </section>
  );
}

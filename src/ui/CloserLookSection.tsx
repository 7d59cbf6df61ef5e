import { useEffect, useRef } from 'react';
import { closerLook } from './closer-look.ts';
import { LineView } from './LineView.tsx';
import { useLabState } from './lab.ts';
import { RankBracketView } from './RankBracketView.tsx';
import { RepresentationView } from './RepresentationView.tsx';
import { TopologyCardView } from './TopologyCardView.tsx';

/** Ranks, topology and hidden representations of a classifier; computed only while on screen. */
export function CloserLookSection() {
  const section = useRef<HTMLElement>(null);
  const isClassifier = useLabState((state) => state.picture?.kind === 'classes');
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
      {isClassifier && (
        <>
          <h2 id="closer-look">A closer look</h2>
          <div className="closer-look-views">
            <RankBracketView />
            <LineView />
            <RepresentationView />
            <TopologyCardView />
          </div>
        </>
      )}
    </section>
  );
}

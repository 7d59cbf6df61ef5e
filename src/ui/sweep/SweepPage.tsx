import { Suspense } from 'react';
import { sweepText } from '../../messages/sweep.ts';
import { later } from '../later.ts';
import { LanguageSwitch } from '../site/LanguageSwitch.tsx';
import { SiteNav } from '../site/SiteNav.tsx';
import { ThemeSwitch } from '../site/ThemeSwitch.tsx';
import { useSweeps } from './bench-context.ts';
import { Problems } from './Problems.tsx';
import { RunBar } from './RunBar.tsx';
import { Shelf } from './Shelf.tsx';
import { SweepFigures } from './SweepFigures.tsx';
import { SweepFiles } from './SweepFiles.tsx';
import { furtherResults, sweepOf } from './sweep-store.ts';

// Below the figures, and with all its fields the heaviest part: it loads behind them.
const DesignSection = later(async () => (await import('./DesignSection.tsx')).DesignSection);

/** The whole page of sweeps. */
export function SweepPage({ experiment }: { readonly experiment: string }) {
  const shown = useSweeps((state) => sweepOf(state, state.shown));
  const shelf = useSweeps((state) => state.shelf);
  return (
    <div className="sweep-page">
      <header className="masthead">
        <h1>{sweepText('page.title')}</h1>
        <p>{sweepText('page.subtitle')}</p>
        <SiteNav here="sweep" experiment={experiment} />
        <ThemeSwitch />
        <LanguageSwitch />
      </header>
      <main>
        <Problems />
        <Shelf />
        {shown && (
          <article className="sweep" aria-label={sweepText('page.shown')}>
            <RunBar sweep={shown} />
            {shown.status === 'read' && shown.spec ? (
              <>
                <SweepFigures
                  spec={shown.spec}
                  results={shown.results}
                  further={furtherResults(shelf, shown)}
                />
                <SweepFiles sweep={shown} />
              </>
            ) : (
              <p
                className={`sweep-empty ${shown.status === 'missing' ? '' : 'sweep-coming'}`}
                role="status"
              >
                {sweepText(shown.status === 'missing' ? 'page.missing' : 'page.reading')}
              </p>
            )}
          </article>
        )}
        <Suspense>
          <DesignSection experiment={experiment} />
        </Suspense>
      </main>
    </div>
  );
}

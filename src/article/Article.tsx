import { lazy, Suspense } from 'react';
import { articleText } from '../messages/article.ts';
import { SiteNav } from '../ui/SiteNav.tsx';
import { FigureScope } from './FigureScope.tsx';
import { Hero } from './Hero.tsx';
import { heroFile } from './shared.ts';

// Everything below the first screen, which may wait until that is drawn.
const Story = lazy(async () => ({ default: (await import('./Story.tsx')).Story }));

// Their widget library is heavier than everything else on the first screen.
const ThemeSwitch = lazy(async () => ({
  default: (await import('../ui/ThemeSwitch.tsx')).ThemeSwitch,
}));

const LanguageSwitch = lazy(async () => ({
  default: (await import('../ui/LanguageSwitch.tsx')).LanguageSwitch,
}));

/** The whole article. */
export function Article() {
  return (
    <main className="article">
      <header className="article-title">
        <h1>Rankfall</h1>
        <div className="article-nav">
          <SiteNav here="article" />
          <Suspense
            fallback={
              <>
                <span className="theme-switch" />
                <span className="language-switch" />
              </>
            }
          >
            <ThemeSwitch />
            <LanguageSwitch />
          </Suspense>
        </div>
        <p className="deck">{articleText('deck')}</p>
      </header>
      <FigureScope choices={{ data: 'paper-s', depth: 9 }} file={heroFile} hurries>
        <Hero />
      </FigureScope>
      <Suspense>
        <Story />
      </Suspense>
    </main>
  );
}

import { lazy, Suspense } from 'react';
import { articleText } from '../messages/article.ts';
import { FigureScope } from './FigureScope.tsx';
import { Hero } from './Hero.tsx';

// Everything below the first screen, which may wait until that is drawn.
const Story = lazy(async () => ({ default: (await import('./Story.tsx')).Story }));

/** The whole article. */
export function Article() {
  return (
    <main className="article">
      <header className="article-title">
        <h1>Rankfall</h1>
        <p className="deck">{articleText('deck')}</p>
      </header>
      <FigureScope choices={{ data: 'paper-s', depth: 9 }} file="paper-s">
        <Hero />
      </FigureScope>
      <Suspense>
        <Story />
      </Suspense>
    </main>
  );
}

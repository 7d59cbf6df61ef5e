import { articleText } from '../messages/article.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { afterPicture } from '../ui/later.ts';
import { SiteNav } from '../ui/SiteNav.tsx';
import { ThemeSwitch } from '../ui/ThemeSwitch.tsx';
import { FigureScope } from './FigureScope.tsx';
import { Hero } from './Hero.tsx';
import { heroFile } from './shared.ts';

// Everything below the first screen, which may wait until that is drawn.
const useStory = afterPicture(async () => (await import('./Story.tsx')).Story);

/** The whole article. */
export function Article() {
  const Story = useStory();
  return (
    <main className="article">
      <header className="article-title">
        <h1>Rankfall</h1>
        <div className="article-nav">
          <SiteNav here="article" />
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
        <p className="deck">{articleText('deck')}</p>
      </header>
      <FigureScope choices={{ data: 'paper-s', depth: 9 }} file={heroFile} hurries>
        <Hero />
      </FigureScope>
      {Story && <Story />}
    </main>
  );
}

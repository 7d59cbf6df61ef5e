import { articleText } from '../messages/article.ts';
import { afterPicture } from '../ui/later.ts';
import { LanguageSwitch } from '../ui/site/LanguageSwitch.tsx';
import { SiteNav } from '../ui/site/SiteNav.tsx';
import { ThemeSwitch } from '../ui/site/ThemeSwitch.tsx';
import { FigureOf } from './FigureScope.tsx';
import type { FigureLab } from './figure-lab.ts';
import { Hero } from './Hero.tsx';

// Everything below the first screen, which may wait until that is drawn.
const useStory = afterPicture(async () => (await import('./Story.tsx')).Story);

interface ArticleProps {
  /** The lab of the first figure. */
  readonly hero: FigureLab;
  /** The drawing of its map that the page came with. */
  readonly firstMap?: SVGSVGElement | undefined;
}

/** The whole article. */
export function Article({ hero, firstMap }: ArticleProps) {
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
      <FigureOf lab={hero}>
        <Hero firstMap={firstMap} />
      </FigureOf>
      {Story && <Story />}
    </main>
  );
}

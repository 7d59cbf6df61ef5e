/**
 * The front page: an explorable article. It tells the story around figures that are the lab's own
 * views, each at a fixed state of the one lab; it computes nothing about networks itself. Settled
 * networks come in from snapshots, live ones from a worker per figure, sentences from the
 * catalogues; nothing goes out but links into the lab.
 */
import { expectPicture, firstPicture } from '../ui/first-picture.ts';
import { Article } from './Article.tsx';
import { createFigureLab } from './figure-lab.ts';
import { shownFirstMap } from './first-map.ts';
import { heroOptions } from './shared.ts';

/**
 * The article, as something to render: once its first figure has a run to show, as the page itself
 * says what that shows until then (first-screen.tsx). Where that is long in coming nobody waits.
 */
export async function open() {
  expectPicture();
  const hero = createFigureLab({ ...heroOptions, hurries: true });
  await Promise.race([hero.show(), firstPicture()]);
  return <Article hero={hero} firstMap={shownFirstMap()} />;
}

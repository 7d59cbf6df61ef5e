/**
 * The front page: an explorable article. It tells the story around figures that are the lab's own
 * views, each at a fixed state of the one lab; it computes nothing about networks itself. Settled
 * networks come in from snapshots, live ones from a worker per figure, sentences from the
 * catalogues; nothing goes out but links into the lab.
 */
import '../design/charts.css';
import '../design/article.css';
import { loadSnapshots } from '../snapshot/load.ts';
import { expectPicture } from '../ui/first-picture.ts';
import { Article } from './Article.tsx';
import { heroFile } from './shared.ts';

/** The article, as something to render. */
export function open() {
  expectPicture();
  // On its way while React is still getting ready; whoever asks again gets the same.
  loadSnapshots(heroFile).catch(() => {});
  return <Article />;
}

import { whole } from '../charts/figures.ts';
import { formatQuery } from '../experiment/index.ts';
import { articleText } from '../messages/article.ts';
import { useLabState } from '../ui/lab.ts';
import { siteLink } from '../ui/site/site-link.ts';
import { useFigure, useLife } from './figure.ts';

/** Where the picture comes from, live or from a file, and what can be done about it. */
export function LifeBar() {
  const lab = useFigure();
  const source = useLife((life) => life.source);
  const status = useLabState((state) => state.frame?.status);
  const choices = useLabState((state) => state.choices);
  const isLive = source === 'live';
  const query = formatQuery(choices);
  return (
    <div className="life-bar">
      <Badge />
      {isLive && status === 'running' && (
        <button type="button" className="quiet-button" onClick={() => lab.pause()}>
          {articleText('pause')}
        </button>
      )}
      {isLive && status === 'paused' && (
        <button type="button" className="quiet-button" onClick={() => lab.resume()}>
          {articleText('resume')}
        </button>
      )}
      {!(isLive && (status === 'running' || status === 'paused')) && (
        <button type="button" className="quiet-button" onClick={() => lab.train()}>
          {articleText(isLive ? 'trainAgain' : 'train')}
        </button>
      )}
      <a className="lab-link" href={siteLink('lab', query)}>
        {articleText('openLab')} <span aria-hidden="true">→</span>
      </a>
    </div>
  );
}

function Badge() {
  const lab = useFigure();
  const source = useLife((life) => life.source);
  const performing = useLife((life) => life.performing);
  const frame = useLabState((state) => state.frame);
  const { steps, depth } = useLabState((state) => state.experiment);
  if (source === 'file') {
    const provenance = lab.settled()?.set.provenance;
    const snapshot = lab.settled()?.set.at(depth);
    const long =
      provenance &&
      snapshot &&
      articleText('fromFileLong', {
        steps: whole(snapshot.steps),
        engine: provenance.engine,
        seed: snapshot.seed,
        revision: snapshot.made.revision,
        date: snapshot.made.date,
      });
    return (
      <p className="badge" title={long}>
        {articleText('fromFile')}
        {long && <span className="unseen">{long}</span>}
      </p>
    );
  }
  if (source === undefined || !frame) return <p className="badge">{articleText('starting')}</p>;
  const budget = whole(steps);
  const { starts } = frame;
  if (frame.status === 'running' && starts?.training !== undefined && starts.training > 0) {
    return (
      <p className="badge" data-live={performing || undefined}>
        {articleText('comparing', { start: starts.training + 1, count: starts.count })}
      </p>
    );
  }
  return (
    <p className="badge" data-live={(frame.status === 'running' && performing) || undefined}>
      {frame.status === 'finished'
        ? articleText('liveSettled', { steps: budget })
        : articleText('live', { step: whole(frame.step), steps: budget })}
    </p>
  );
}

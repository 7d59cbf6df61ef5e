/**
 * The page of sweeps: what many runs say about depth, and a bench to run more of them. Results
 * come in from files that ship with the page, from the browser's store, and from the workers of a
 * pool; they go out as pictures, tables and links into the lab.
 */
import '../../design/controls.css';
import '../../design/masthead.css';
import '../../design/sweep-charts.css';
import '../../design/sweep.css';
import '../../design/tools.css';
import { formatQuery, parseQuery } from '../../experiment/index.ts';
import { openBench } from './bench.ts';
import { BenchContext } from './bench-context.ts';
import { SweepPage } from './SweepPage.tsx';
import { report } from './sweep-store.ts';

/** The page of sweeps, as something to render; the link's experiment is one to design a sweep from. */
export function open(query: string) {
  const parsed = parseQuery(query);
  const { view: _view, language: _language, theme: _theme, ...choices } = parsed.choices;
  const bench = openBench();
  for (const { message } of parsed.notices) report(bench.store, message);
  return (
    <BenchContext value={bench}>
      <SweepPage experiment={formatQuery(choices)} />
    </BenchContext>
  );
}

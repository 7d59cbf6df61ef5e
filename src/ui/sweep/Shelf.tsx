import { useEffect, useRef } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { sweepText } from '../../messages/sweep.ts';
import { useBench, useSweeps } from './bench-context.ts';
import type { SweepOnShelf } from './sweep-store.ts';
import { sweepTitle } from './sweep-title.ts';
import { workloadOf } from './workload.ts';

/** All sweeps there are, one to be chosen. The chosen one is kept in the address, after “#”. */
export function Shelf() {
  const bench = useBench();
  const shelf = useSweeps((state) => state.shelf);
  const shown = useSweeps((state) => state.shown);
  const runs = useSweeps((state) => state.run?.id);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown || shown === undefined) return;
    before.current = shown;
    history.replaceState(
      null,
      '',
      `${location.pathname}${location.search}#${encodeURIComponent(shown)}`,
    );
  }, [shown]);
  return (
    <section className="shelf" aria-label={sweepText('shelf.label')}>
      <ul>
        {shelf.map((sweep) => (
          <li key={sweep.id}>
            <Button
              className="shelf-button"
              aria-pressed={sweep.id === shown}
              onPress={() => void bench.show(sweep.id)}
            >
              <span className="shelf-title">{sweepTitle(sweep)}</span>
              <span className="shelf-origin">{originWords(sweep, sweep.id === runs)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <FileTrigger
        acceptedFileTypes={['application/json', '.json']}
        onSelect={(files) => {
          for (const file of files ?? []) void bench.read(file);
        }}
      >
        <Button className="button">{sweepText('file.import')}</Button>
      </FileTrigger>
    </section>
  );
}

function originWords({ origin, spec, finished }: SweepOnShelf, isRunning: boolean): string {
  if (isRunning) return sweepText('shelf.running');
  if (origin !== 'stored' || spec === undefined) return sweepText(`shelf.${origin}`);
  return sweepText('shelf.storedCells', { done: finished, total: workloadOf(spec, 1).cells });
}

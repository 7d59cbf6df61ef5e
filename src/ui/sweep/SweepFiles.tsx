import { Button } from 'react-aria-components';
import { sweepText } from '../../messages/sweep.ts';
import { resultsToCsv, type SweepFile, sweepFileVersion, sweepToJson } from '../../sweep/index.ts';
import { download } from '../export/download.ts';
import type { SweepOnShelf } from './sweep-store.ts';

/** The shown sweep as files for other programs. */
export function SweepFiles({ sweep }: { readonly sweep: SweepOnShelf }) {
  const { spec, results, provenance } = sweep;
  if (spec === undefined || results.length === 0) return null;
  const name = `rankfall-${spec.name}`;
  const saveCsv = () =>
    download(new Blob([resultsToCsv(results)], { type: 'text/csv' }), `${name}.csv`);
  const saveJson = () => {
    const here = {
      engine: 'wasm',
      revision: import.meta.env.VITE_SOURCE_REVISION ?? 'page',
      date: new Date().toISOString(),
      command: location.href,
    };
    const file: SweepFile = {
      schema: sweepFileVersion,
      spec,
      provenance: provenance ?? here,
      results: [...results],
    };
    download(new Blob([sweepToJson(file)], { type: 'application/json' }), `${name}.json`);
  };
  return (
    <section className="sweep-files" aria-label={sweepText('file.label')}>
      <p>{sweepText('file.help')}</p>
      <Button className="button" onPress={saveCsv}>
        CSV
      </Button>
      <Button className="button" onPress={saveJson}>
        JSON
      </Button>
    </section>
  );
}

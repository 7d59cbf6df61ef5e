import { useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { writeCsv } from '../../experiment/index.ts';
import { toolsText } from '../../messages/tools.ts';
import { useLab } from '../lab.ts';
import { outcomeLines } from './csv-messages.ts';
import { presentPoints } from './editing.ts';
import { type ImportOutcome, importFile, importOutcome, importText } from './import-table.ts';

interface TableDialogProps {
  readonly onClose: () => void;
}

/** The points as a table: to be read, changed, pasted over, read from a file and saved as one. */
export function TableDialog({ onClose }: TableDialogProps) {
  const lab = useLab();
  const dialog = useRef<HTMLDialogElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => writeCsv(presentPoints(lab)).replaceAll('\r\n', '\n'));
  const [failure, setFailure] = useState<ImportOutcome>();
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  /** Closes where the table was taken; problems are read beside the table that has them. */
  const show = (outcome: ImportOutcome) => {
    if ('points' in outcome) dialog.current?.close();
    else {
      importOutcome.setState({ outcome: undefined });
      setFailure(outcome);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-help`}
      onClose={onClose}
    >
      <h2 id={`${id}-title`}>{toolsText('tableTitle')}</h2>
      <p id={`${id}-help`}>{toolsText('tableHelp')}</p>
      <textarea
        className="table-text"
        aria-label={toolsText('tableLabel')}
        aria-describedby={`${id}-problems`}
        aria-invalid={failure !== undefined}
        rows={10}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div id={`${id}-problems`} className="table-problems" role="alert">
        {failure && outcomeLines(failure).map((line) => <p key={line}>{line}</p>)}
      </div>
      <div className="dialog-buttons">
        <Button className="button main" onPress={() => show(importText(lab, text))}>
          {toolsText('tableTake')}
        </Button>
        <Button className="button" onPress={() => file.current?.click()}>
          {toolsText('tableFile')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          hidden
          aria-label={toolsText('tableFile')}
          onChange={async ({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) show(await importFile(lab, chosen));
            target.value = '';
          }}
        />
        <Button className="button" onPress={() => save(writeCsv(presentPoints(lab)))}>
          {toolsText('tableExport')}
        </Button>
        <Button className="button" onPress={() => dialog.current?.close()}>
          {toolsText('tableClose')}
        </Button>
      </div>
    </dialog>
  );
}

function save(csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'rankfall-points.csv';
  link.click();
  URL.revokeObjectURL(address);
}

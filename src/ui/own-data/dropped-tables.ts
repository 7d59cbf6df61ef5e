import type { DragEvent } from 'react';
import type { Lab } from '../../session/index.ts';
import { importLater } from '../later.ts';

const tableImport = importLater(() => import('./import-table.ts'));

/** Handlers of an element onto which a file with a table, or its text, may be dropped. */
export function droppedTables(lab: Lab) {
  const mark = ({ currentTarget }: DragEvent<HTMLElement>, dropping: boolean) =>
    currentTarget.toggleAttribute('data-dropping', dropping);
  return {
    onDragOver(event: DragEvent<HTMLElement>) {
      event.preventDefault();
      mark(event, true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => mark(event, false),
    onDrop(event: DragEvent<HTMLElement>) {
      event.preventDefault();
      mark(event, false);
      const [file] = event.dataTransfer.files;
      const text = event.dataTransfer.getData('text/plain');
      void tableImport().then(({ importFile, importText }) => {
        if (file) void importFile(lab, file);
        else if (text !== '') importText(lab, text);
      });
    },
  };
}

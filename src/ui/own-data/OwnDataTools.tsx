import { useEffect, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useStore } from 'zustand';
import { classColour, classSymbol } from '../../charts/parts/class-mark.ts';
import { className, mostClasses, mostPoints, noPoints } from '../../experiment/index.ts';
import { toolsText } from '../../messages/tools.ts';
import '../../design/own-data.css';
import { useLab, useLabState } from '../lab.ts';
import { outcomeLines } from './csv-messages.ts';
import { choosePoints, editing, newGesture, type Tool, tools, useEditing } from './editing.ts';
import { importOutcome, importText } from './import-table.ts';
import { TableDialog } from './TableDialog.tsx';

const titles: Readonly<Record<Tool, Parameters<typeof toolsText>[0]>> = {
  brush: 'toolBrush',
  move: 'toolMove',
  erase: 'toolErase',
};

/** Classes to draw in and tools to draw with, and the ways in and out for tables. */
export function OwnDataTools() {
  const lab = useLab();
  const count = useLabState((state) => state.experiment.points);
  const { tool, label } = useEditing((state) => state);
  const outcome = useStore(importOutcome, (state) => state.outcome);
  const [showsTable, setShowsTable] = useState(false);
  usePastedTables();
  return (
    <section className="own-data" aria-label={toolsText('ownData')}>
      <ToggleButtonGroup
        className="own-classes"
        aria-label={toolsText('classPicker')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(label)]}
        onSelectionChange={([key]) => editing.setState({ label: Number(key), tool: 'brush' })}
      >
        {Array.from({ length: mostClasses }, (_, one) => (
          <ToggleButton
            key={className(one)}
            id={String(one)}
            className="own-class"
            aria-label={toolsText('className', { name: className(one) })}
          >
            <svg viewBox="-8 -8 16 16" aria-hidden="true" style={{ fill: classColour(one) }}>
              <path d={`M0,0${classSymbol(one, 5)}`} />
            </svg>
            {className(one)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButtonGroup
        className="own-tools"
        aria-label={toolsText('tool')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[tool]}
        onSelectionChange={([key]) => editing.setState({ tool: key as Tool })}
      >
        {tools.map((one) => (
          <ToggleButton key={one} id={one} className="own-tool">
            {toolsText(titles[one])}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className="own-help">
        {helpFor(tool, label)} <span className="unseen">{toolsText('toolKeysHelp')}</span>
      </p>
      <div className="own-actions">
        <Button className="link-button" onPress={() => setShowsTable(true)}>
          {toolsText('table')}
        </Button>
        <Button
          className="link-button"
          isDisabled={count === 0}
          onPress={() => choosePoints(lab, noPoints, newGesture())}
        >
          {toolsText('clearPoints')}
        </Button>
        <span className="own-count">{toolsText('ownCount', { count })}</span>
      </div>
      <div className="own-outcome" role="status">
        {count >= mostPoints && <p>{toolsText('ownFull', { most: mostPoints })}</p>}
        {count === 0 && <p>{toolsText('ownNothing')}</p>}
        {outcome && (
          <p data-problem={!('points' in outcome) || undefined}>
            {outcomeLines(outcome).join(' ')}{' '}
            <Button
              className="link-button"
              onPress={() => importOutcome.setState({ outcome: undefined })}
            >
              {toolsText('tableClose')}
            </Button>
          </p>
        )}
      </div>
      {showsTable && <TableDialog onClose={() => setShowsTable(false)} />}
    </section>
  );
}

function helpFor(tool: Tool, label: number): string {
  switch (tool) {
    case 'brush':
      return toolsText('toolBrushHelp', { name: className(label) });
    case 'move':
      return toolsText('toolMoveHelp');
    case 'erase':
      return toolsText('toolEraseHelp');
  }
}

/** Takes over a table that is pasted anywhere but into a text field. */
function usePastedTables(): void {
  const lab = useLab();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (target?.closest('input, textarea, [contenteditable]')) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!/\d[^\n]*[,;\t]/.test(text)) return;
      event.preventDefault();
      importText(lab, text);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [lab]);
}

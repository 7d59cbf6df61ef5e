import { useEffect } from 'react';
import { Button, Group } from 'react-aria-components';
import type { FieldName } from '../../experiment/index.ts';
import { toolsText } from '../../messages/tools.ts';
import type { Lab } from '../../session/index.ts';
import { useLab, useLabState } from '../lab.ts';
import { Icon } from './Icon.tsx';

/** What a reset leaves alone: what is looked at, and points that somebody drew. */
const kept: readonly FieldName[] = ['task', 'data', 'ownPoints'];

function reset(lab: Lab): void {
  const { choices } = lab.store.getState();
  lab.open(
    Object.fromEntries(
      kept.flatMap((name) => {
        const value = choices[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}

/** Undo, redo, and back to the defaults; also by the usual keys. */
export function HistoryButtons() {
  const lab = useLab();
  const canUndo = useLabState((state) => state.canUndo);
  const canRedo = useLabState((state) => state.canRedo);
  useShortcuts();
  return (
    <Group className="history-buttons" aria-label={toolsText('history')}>
      <Button
        className="history-button"
        aria-label={toolsText('undo')}
        isDisabled={!canUndo}
        onPress={lab.undo}
      >
        <Icon path="M9 5 3 10l6 5v-4h6a4 4 0 0 1 0 8h-3v2h3a6 6 0 0 0 0-12H9z" />
      </Button>
      <Button
        className="history-button"
        aria-label={toolsText('redo')}
        isDisabled={!canRedo}
        onPress={lab.redo}
      >
        <Icon path="m15 5 6 5-6 5v-4H9a4 4 0 0 0 0 8h3v2H9A6 6 0 0 1 9 9h6z" />
      </Button>
      <Button className="history-button" onPress={() => reset(lab)}>
        {toolsText('resetAll')}
      </Button>
    </Group>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z, or with the command key; a text field keeps its own. */
function useShortcuts(): void {
  const lab = useLab();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      if (event.target instanceof Element && isTyped(event.target)) return;
      event.preventDefault();
      if (isRedo) lab.redo();
      else lab.undo();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [lab]);
}

/** Whether an element takes text; a slider's input does not. */
function isTyped(element: Element): boolean {
  return element.matches(
    'textarea, [contenteditable], input:not([type="range"], [type="checkbox"])',
  );
}

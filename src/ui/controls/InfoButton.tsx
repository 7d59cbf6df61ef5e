import { useState } from 'react';
import { toolsText } from '../../messages/tools.ts';

interface InfoButtonProps {
  /** What it is about. */
  readonly title: string;
  readonly shown: boolean;
  readonly onToggle: () => void;
}

/**
 * Shows the help of a control, which is always there for assistive technology: for as long as it
 * is hovered or focused, or, once pressed, until it is pressed again. Not react-aria's button,
 * which a select would take for its own.
 */
export function InfoButton({ title, shown, onToggle }: InfoButtonProps) {
  return (
    <button
      type="button"
      className="info-button"
      aria-label={toolsText('about', { title })}
      aria-expanded={shown}
      onClick={onToggle}
    >
      <span aria-hidden="true">?</span>
    </button>
  );
}

/** Whether the help of a control is kept open. */
export function useHelp(): Pick<InfoButtonProps, 'shown' | 'onToggle'> {
  const [shown, setShown] = useState(false);
  return { shown, onToggle: () => setShown(!shown) };
}

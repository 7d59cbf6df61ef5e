import { useRef } from 'react';
import { figure } from '../charts/figures.ts';
import { dragged, keyed, positionOf } from './scrub-values.ts';

interface ScrubProps {
  /** What the number is, for whoever does not see the sentence. */
  readonly label: string;
  readonly value: number;
  /** The values to drag through, ascending. */
  readonly values: readonly number[];
  readonly onChange: (value: number) => void;
}

/** A number in the text that can be dragged sideways, or moved with the arrow keys. */
export function Scrub({ label, value, values, onChange }: ScrubProps) {
  const grip = useRef<{ readonly x: number; readonly position: number }>(undefined);
  const position = positionOf(values, value);
  const moveTo = (next: number) => {
    if (values[next] !== value) onChange(values[next]);
  };
  return (
    <span
      className="scrub"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={values[0]}
      aria-valuemax={values[values.length - 1]}
      aria-valuenow={value}
      aria-valuetext={figure(value)}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const next = keyed(values.length, position, event.key);
        if (next === undefined) return;
        event.preventDefault();
        moveTo(next);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, position };
      }}
      onPointerMove={(event) => {
        const held = grip.current;
        if (held) moveTo(dragged(values.length, held.position, event.clientX - held.x));
      }}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onPointerCancel={() => {
        grip.current = undefined;
      }}
    >
      {figure(value)}
    </span>
  );
}

import type { ReactNode } from 'react';

interface ToggleProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** A switch with its name beside it. */
export function Toggle({ on, onChange, children }: ToggleProps) {
  return (
    <label className="switch" data-selected={on || undefined}>
      <input
        type="checkbox"
        role="switch"
        className="unseen"
        checked={on}
        aria-checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="switch-track" aria-hidden="true" />
      {children}
    </label>
  );
}

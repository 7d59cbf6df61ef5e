import type { ReactNode } from 'react';
import { afterPicture } from './later.ts';

const useToggleSwitch = afterPicture(async () => (await import('./ToggleSwitch.tsx')).ToggleSwitch);

export interface ToggleProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** A switch with its name beside it. It stands in its place at once, and can be used a moment later. */
export function Toggle(props: ToggleProps) {
  const ToggleSwitch = useToggleSwitch();
  if (ToggleSwitch) return <ToggleSwitch {...props} />;
  return (
    <span className="switch" data-selected={props.on || undefined}>
      <span className="switch-track" />
      {props.children}
    </span>
  );
}

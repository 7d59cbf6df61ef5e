import { Switch } from 'react-aria-components';
import type { ToggleProps } from './Toggle.tsx';

/** The switch of Toggle.tsx, once it can be used. */
export function ToggleSwitch({ on, onChange, children }: ToggleProps) {
  return (
    <Switch className="switch" isSelected={on} onChange={onChange}>
      <span className="switch-track" aria-hidden="true" />
      {children}
    </Switch>
  );
}

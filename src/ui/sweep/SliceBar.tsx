import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { figure } from '../../charts/figures.ts';
import { sweepText } from '../../messages/sweep.ts';
import type { Slice, SliceAxes } from '../../sweep/index.ts';

interface SliceBarProps {
  readonly axes: SliceAxes;
  /** The axes that can be held here. */
  readonly names: readonly (keyof Slice)[];
  readonly slice: Slice;
  readonly onChoose: (change: Slice) => void;
}

/** Chooses at which number of points, λ, width and path the others are shown, where there is a choice. */
export function SliceBar({ axes, names, slice, onChoose }: SliceBarProps) {
  const open = names.filter((name) => axes[name].length > 1);
  if (open.length === 0) return null;
  return (
    <div className="slice-bar">
      {open.map((name) => (
        <div key={name} className="slice-axis">
          <span id={`slice-${name}`}>{sweepText(`slice.${name}`)}</span>
          <ToggleButtonGroup
            aria-labelledby={`slice-${name}`}
            className="slice-values"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(slice[name])]}
            onSelectionChange={(keys) => {
              const [key] = [...keys];
              const value = axes[name].find((one) => String(one) === key);
              onChoose({ [name]: value });
            }}
          >
            {axes[name].map((value) => (
              <ToggleButton key={value} id={String(value)} className="slice-button">
                {typeof value === 'number' ? figure(value) : sweepText(`chart.path.${value}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
      ))}
    </div>
  );
}

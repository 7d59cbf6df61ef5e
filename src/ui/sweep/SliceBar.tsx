import { figure } from '../../charts/figures.ts';
import { sweepText } from '../../messages/sweep.ts';
import type { Slice, SliceAxes } from '../../sweep/index.ts';
import { OneOf } from '../controls/OneOf.tsx';

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
          <OneOf
            className="slice-values"
            optionClassName="slice-button"
            aria-labelledby={`slice-${name}`}
            options={axes[name].map((value) => ({
              name: String(value),
              content: typeof value === 'number' ? figure(value) : sweepText(`chart.path.${value}`),
            }))}
            chosen={String(slice[name])}
            onChoose={(key) => onChoose({ [name]: axes[name].find((one) => String(one) === key) })}
          />
        </div>
      ))}
    </div>
  );
}

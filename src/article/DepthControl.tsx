import { articleText } from '../messages/article.ts';
import { useLab, useLabState } from '../ui/lab.ts';

interface DepthControlProps {
  readonly deepest: number;
}

const ticks = [1, 2, 4, 6, 9, 13, 20, 26, 32];

/** The control the page is about; the browser's own slider, so that it is there before anything else has loaded. */
export function DepthControl({ deepest }: DepthControlProps) {
  const lab = useLab();
  const depth = useLabState((state) => state.choices.depth ?? state.experiment.depth);
  const share = (value: number) => (value - 1) / (deepest - 1);
  return (
    <div className="depth-control">
      <label htmlFor="hero-depth">{articleText('depth')}</label>
      <output htmlFor="hero-depth">
        <var>L</var> = {depth}
      </output>
      <div className="depth-range" style={{ '--share': share(depth) }}>
        <input
          id="hero-depth"
          type="range"
          min={1}
          max={deepest}
          value={depth}
          aria-label={articleText('depthLabel')}
          onChange={(event) => lab.choose({ depth: Number(event.currentTarget.value) })}
        />
        {ticks.map((tick) => (
          <span
            key={tick}
            className="depth-mark"
            style={{ '--share': share(tick) }}
            aria-hidden="true"
          >
            {tick}
          </span>
        ))}
      </div>
    </div>
  );
}

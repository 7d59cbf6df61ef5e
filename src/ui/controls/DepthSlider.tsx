import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { fieldOf } from '../../experiment/index.ts';
import { labText } from '../../messages/lab.ts';
import { useLab, useLabState } from '../lab.ts';

const field = fieldOf('depth');
const { min, max } = field.kind === 'number' ? field : { min: 1, max: 48 };
const ticks = [1, 2, 4, 6, 9, 13, 20, 32, 48];

/** The control the page is about. */
export function DepthSlider() {
  const lab = useLab();
  const depth = useLabState((state) => state.experiment.depth);
  return (
    <Slider
      className="depth-slider"
      value={depth}
      minValue={min}
      maxValue={max}
      onChange={(value) => lab.choose({ depth: value })}
    >
      <Label className="depth-title">{labText('depth')}</Label>
      <SliderOutput className="depth-value">
        <var>L</var> = {depth}
      </SliderOutput>
      <SliderTrack className="depth-track">
        <div className="depth-rail" />
        <div
          className="depth-fill"
          style={{ inlineSize: `${(100 * (depth - min)) / (max - min)}%` }}
        />
        {ticks.map((tick) => (
          <span
            key={tick}
            className="depth-tick"
            style={{ insetInlineStart: `${(100 * (tick - min)) / (max - min)}%` }}
            aria-hidden="true"
          >
            {tick}
          </span>
        ))}
        <SliderThumb className="depth-thumb" aria-label={labText('depthOfNetwork')} />
      </SliderTrack>
    </Slider>
  );
}

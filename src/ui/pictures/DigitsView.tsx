import { useRef } from 'react';
import { textSizeFor } from '../../charts/chart.ts';
import { describeDigitGrid, drawDigitGrid } from '../../charts/digits/digit-grid.ts';
import { labText } from '../../messages/lab.ts';
import { rowLike, useLinkedDigit } from '../compare/linked-views.ts';
import { DigitsCredit } from '../notes/DigitsCredit.tsx';
import { Canvas } from './Canvas.tsx';
import { DigitPad } from './DigitPad.tsx';
import { useOutdated, usePicture } from './shown-picture.ts';

/** Figure 3 (A): noisy digits that the network has not seen, and what it makes of them. */
export function DigitsView() {
  const picture = usePicture('digits');
  const outdated = useOutdated();
  const [linked, hover] = useLinkedDigit();
  // Measured once for each width, since it makes the browser settle its styles.
  const letters = useRef({ width: 0, size: 0 });
  const data = {
    side: picture?.side ?? 14,
    rows: picture
      ? [
          { title: labText('noisy'), images: picture.noisy },
          { title: labText('output'), images: picture.denoised },
          { title: labText('clean'), images: picture.clean },
        ]
      : [],
  };
  return (
    <figure className="view main-view digits-view" data-outdated={outdated || undefined}>
      <figcaption>
        <h2>{labText('digits')}</h2>
        <p>{labText('digitsHelp')}</p>
      </figcaption>
      <Canvas
        name={labText('digitsChart')}
        description={describeDigitGrid(data)}
        draw={(canvas, width, pixelRatio) => {
          if (letters.current.width !== width)
            letters.current = { width, size: textSizeFor(canvas, { width, height: 0 }) };
          drawDigitGrid(canvas, data, {
            width,
            pixelRatio,
            dimmed: outdated,
            textSize: letters.current.size,
            highlighted: picture && rowLike(picture.clean, linked),
            onHover: (digit) =>
              hover(
                digit === undefined ? undefined : picture?.clean.slice(...extent(digit, data.side)),
              ),
          });
        }}
      />
      {picture && <DigitPad side={picture.side} sample={picture.noisy} step={picture.step} />}
      <p className="note">
        <DigitsCredit />
      </p>
    </figure>
  );
}

/** From where to where the pixels of one image are. */
function extent(image: number, side: number): [number, number] {
  return [image * side ** 2, (image + 1) * side ** 2];
}

import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { describeDigitPad, drawDigitPad } from '../../charts/digits/digit-pad.ts';
import { labText } from '../../messages/lab.ts';
import { useLab } from '../lab.ts';
import { Canvas } from './Canvas.tsx';
import { drawnDigit, useDrawnDigit } from './drawn-digit.ts';

interface DigitPadProps {
  /** Pixels along one side. */
  readonly side: number;
  /** [count, side²]: noisy digits, one of which can be taken instead of drawing. */
  readonly sample: Float32Array;
  /** Step of the network on screen; the answer is asked for anew when it changes. */
  readonly step: number;
}

/** A pad to draw a digit on, and the network's answer to it. */
export function DigitPad({ side, sample, step }: DigitPadProps) {
  const lab = useLab();
  const pixels = side * side;
  const { drawing, next } = useDrawnDigit(lab);
  const draw = (values: Float32Array | undefined) => drawnDigit(lab).setState({ drawing: values });
  /** What the network made of the drawing, and when. */
  const [answer, setAnswer] = useState<{ readonly step: number; readonly outputs: Float32Array }>();
  const drawn = useMemo(
    () => (drawing?.length === pixels ? drawing : new Float32Array(pixels)),
    [drawing, pixels],
  );
  const isEmpty = drawn.every((value) => value === 0);

  useEffect(() => {
    let current = !isEmpty;
    if (current) {
      void lab.evaluate(drawn.slice()).then((outputs) => {
        if (current && outputs) setAnswer({ step, outputs });
      });
    }
    return () => {
      current = false;
    };
  }, [drawn, isEmpty, step, lab]);
  const answered = !isEmpty && answer?.outputs.length === pixels ? answer : undefined;

  const takeSample = () => {
    drawnDigit(lab).setState({
      drawing: sample.slice(next * pixels, (next + 1) * pixels),
      next: (next + 1) % Math.max(1, sample.length / pixels),
    });
  };
  return (
    <div className="digit-pads">
      <Canvas
        name={labText('drawHere')}
        description={describeDigitPad({ side, values: drawn })}
        className="pad"
        draw={(canvas, width, pixelRatio) =>
          drawDigitPad(canvas, { side, values: drawn }, { size: width, pixelRatio, onDraw: draw })
        }
      />
      <Canvas
        name={labText('answer')}
        description={
          answered
            ? labText('answerAt', {
                step: answered.step,
                answer: describeDigitPad({ side, values: answered.outputs }),
              })
            : labText('noAnswer')
        }
        className="pad"
        draw={(canvas, width, pixelRatio) =>
          drawDigitPad(
            canvas,
            { side, values: answered?.outputs ?? new Float32Array(pixels) },
            { size: width, pixelRatio },
          )
        }
      />
      <div className="pad-buttons">
        <p>{labText('padHelp')}</p>
        <Button className="button" onPress={takeSample}>
          {labText('takeNoisy')}
        </Button>
        <Button className="button" isDisabled={isEmpty} onPress={() => draw(undefined)}>
          {labText('clear')}
        </Button>
      </div>
    </div>
  );
}

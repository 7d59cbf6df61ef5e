import { useEffect } from 'react';
import { pictureShown } from '../first-picture.ts';
import { useLab, useLabState } from '../lab.ts';
import { afterDrawing } from './draw-queue.ts';

/** Asks the worker for the next frame once the last one is on screen. A component of its own, so that a frame renders only what shows it. */
export function DrawnSignal() {
  const lab = useLab();
  const frame = useLabState((state) => state.frame);
  useEffect(() => {
    if (frame) afterDrawing(() => lab.drawn());
  }, [frame, lab]);
  const isPictured = useLabState((state) => state.picture !== undefined);
  useEffect(() => {
    if (isPictured) afterDrawing(pictureShown);
  }, [isPictured]);
  return null;
}

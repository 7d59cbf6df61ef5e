import { useEffect } from 'react';
import { afterDrawing } from './draw-queue.ts';
import { EmbedView } from './EmbedView.tsx';
import { LabView } from './LabView.tsx';
import { useLab, useLabState } from './lab.ts';

export function App() {
  const view = useLabState((state) => state.experiment.view);
  return (
    <>
      {view === 'embed' ? <EmbedView /> : <LabView />}
      <DrawnSignal />
    </>
  );
}

/** Asks the worker for the next frame once the last one is on screen. A component of its own, so that a frame renders only what shows it. */
function DrawnSignal() {
  const lab = useLab();
  const frame = useLabState((state) => state.frame);
  useEffect(() => {
    if (frame) afterDrawing(() => lab.drawn());
  }, [frame, lab]);
  return null;
}

import { useEffect } from 'react';
import { EmbedView } from './EmbedView.tsx';
import { LabView } from './LabView.tsx';
import { useLab, useLabState } from './lab.ts';

export function App() {
  const lab = useLab();
  const view = useLabState((state) => state.experiment.view);
  const frame = useLabState((state) => state.frame);
  useEffect(() => {
    if (!frame) return;
    const request = requestAnimationFrame(() => lab.drawn());
    return () => cancelAnimationFrame(request);
  }, [frame, lab]);
  return view === 'embed' ? <EmbedView /> : <LabView />;
}

import { EmbedView } from './EmbedView.tsx';
import { LabView } from './LabView.tsx';
import { useLabState } from './lab.ts';
import { DrawnSignal } from './pictures/DrawnSignal.tsx';

export function App() {
  const view = useLabState((state) => state.experiment.view);
  return (
    <>
      {view === 'embed' ? <EmbedView /> : <LabView />}
      <DrawnSignal />
    </>
  );
}

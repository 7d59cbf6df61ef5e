import { lazy, Suspense } from 'react';
import '../design/tools.css';
import { HistoryButtons } from './HistoryButtons.tsx';
import { TourButton } from './tour/TourButton.tsx';

const PresetMenu = lazy(async () => ({ default: (await import('./PresetMenu.tsx')).PresetMenu }));

/** What acts on the lab as a whole: presets, undo and reset, the tour. */
export function LabTools() {
  return (
    <div className="lab-tools">
      <Suspense>
        <PresetMenu />
      </Suspense>
      <HistoryButtons />
      <TourButton />
    </div>
  );
}

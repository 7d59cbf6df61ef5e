import { lazy, Suspense } from 'react';
import '../design/tools.css';
import { HistoryButtons } from './HistoryButtons.tsx';
import { useLab } from './lab.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

const PresetMenu = lazy(async () => ({ default: (await import('./PresetMenu.tsx')).PresetMenu }));

/** What acts on the lab as a whole: presets, undo, theme. */
export function LabTools() {
  const lab = useLab();
  return (
    <>
      <div className="lab-tools">
        <Suspense>
          <PresetMenu />
        </Suspense>
        <HistoryButtons />
      </div>
      <ThemeSwitch
        onChoose={(choice) => lab.choose({ theme: choice === 'auto' ? undefined : choice })}
      />
    </>
  );
}

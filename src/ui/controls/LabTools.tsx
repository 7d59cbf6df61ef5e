import '../../design/tools.css';
import { presetsText } from '../../messages/presets.ts';
import { afterPicture } from '../later.ts';
import { TourButton } from '../tour/TourButton.tsx';
import { HistoryButtons } from './HistoryButtons.tsx';

const usePresetMenu = afterPicture(async () => (await import('./PresetMenu.tsx')).PresetMenu);

/** What acts on the lab as a whole: presets, undo and reset, the tour. */
export function LabTools() {
  const PresetMenu = usePresetMenu();
  return (
    <div className="lab-tools">
      {PresetMenu ? (
        <PresetMenu />
      ) : (
        <button type="button" className="history-button preset-button" disabled>
          {presetsText('menu')} <span aria-hidden="true">▾</span>
        </button>
      )}
      <HistoryButtons />
      <TourButton />
    </div>
  );
}

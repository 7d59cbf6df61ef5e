import { labText } from '../messages/lab.ts';
import { DepthSlider } from './DepthSlider.tsx';
import { LayerStackView } from './LayerStackView.tsx';
import { MainView } from './MainView.tsx';
import { Notices } from './Notices.tsx';
import { SpectraView } from './SpectraView.tsx';

/** Slider, map and spectra, for an iframe in a slide. Nothing here ever takes the focus by itself. */
export function EmbedView() {
  return (
    <main className="embed" aria-label={labText('embedTitle')}>
      <DepthSlider />
      <Notices />
      <LayerStackView />
      <MainView />
      <SpectraView />
    </main>
  );
}

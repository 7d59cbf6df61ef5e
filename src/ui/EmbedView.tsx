import { labText } from '../messages/lab.ts';
import { DepthSlider } from './controls/DepthSlider.tsx';
import { useMedia } from './media.ts';
import { Notices } from './notes/Notices.tsx';
import { Verdict } from './notes/Verdict.tsx';
import { LayerStackView } from './pictures/LayerStackView.tsx';
import { MainView } from './pictures/MainView.tsx';
import { SpectraView } from './pictures/SpectraView.tsx';

/** Slider, map and spectra, for an iframe in a slide. Nothing here ever takes the focus by itself. */
export function EmbedView() {
  // As embed.css has room for it.
  const isRoomy = useMedia('(min-width: 700px) and (min-height: 440px)');
  return (
    <main className="embed" aria-label={labText('embedTitle')}>
      <DepthSlider />
      <Verdict brief />
      <Notices />
      <LayerStackView orientation={isRoomy ? 'up' : 'right'} />
      <MainView />
      <SpectraView />
    </main>
  );
}

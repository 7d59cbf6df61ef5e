import { Foot } from './Foot.tsx';
import { Opening } from './Opening.tsx';
import { BottleneckSection } from './sections/BottleneckSection.tsx';
import { DenoisingSection } from './sections/DenoisingSection.tsx';
import { DepthSection } from './sections/DepthSection.tsx';
import { PlaySection } from './sections/PlaySection.tsx';
import { RankSection } from './sections/RankSection.tsx';
import { TripointSection } from './sections/TripointSection.tsx';
import { ValueSection } from './sections/ValueSection.tsx';
import { WindowSection } from './sections/WindowSection.tsx';

/** The article below its first figure. */
export function Story() {
  return (
    <>
      <Opening />
      <DepthSection />
      <ValueSection />
      <RankSection />
      <BottleneckSection />
      <TripointSection />
      <DenoisingSection />
      <WindowSection />
      <PlaySection />
      <Foot />
    </>
  );
}

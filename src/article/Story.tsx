import { useEffect, useState } from 'react';
import { Foot } from './Foot.tsx';
import { keepPlace } from './kept-place.ts';
import { Opening } from './Opening.tsx';
import { goToPlace } from './reading-place.ts';
import { BottleneckSection } from './sections/BottleneckSection.tsx';
import { DenoisingSection } from './sections/DenoisingSection.tsx';
import { DepthSection } from './sections/DepthSection.tsx';
import { PlaySection } from './sections/PlaySection.tsx';
import { RankSection } from './sections/RankSection.tsx';
import { TripointSection } from './sections/TripointSection.tsx';
import { ValueSection } from './sections/ValueSection.tsx';
import { WindowSection } from './sections/WindowSection.tsx';

const parts = [
  { name: 'opening', Part: Opening },
  { name: 'depth', Part: DepthSection },
  { name: 'value', Part: ValueSection },
  { name: 'rank', Part: RankSection },
  { name: 'bottleneck', Part: BottleneckSection },
  { name: 'tripoint', Part: TripointSection },
  { name: 'denoising', Part: DenoisingSection },
  { name: 'window', Part: WindowSection },
  { name: 'play', Part: PlaySection },
  { name: 'foot', Part: Foot },
];

/** The article below its first figure. Its parts follow each other within moments: laid out in one go they would hold a phone up for half a second. */
export function Story() {
  const [count, setCount] = useState(1);
  useEffect(() => {
    if (count === parts.length) {
      goToPlace();
      return keepPlace();
    }
    const next = setTimeout(() => setCount(count + 1));
    return () => clearTimeout(next);
  }, [count]);
  return parts.slice(0, count).map(({ name, Part }) => <Part key={name} />);
}

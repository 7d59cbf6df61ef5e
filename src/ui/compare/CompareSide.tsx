import { useEffect, useRef } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { formatQuery } from '../../experiment/index.ts';
import { compareText } from '../../messages/compare.ts';
import { DepthSlider } from '../controls/DepthSlider.tsx';
import { useLab, useLabState } from '../lab.ts';
import { afterPicture } from '../later.ts';
import { Notices } from '../notes/Notices.tsx';
import { Verdict } from '../notes/Verdict.tsx';
import { DrawnSignal } from '../pictures/DrawnSignal.tsx';
import { FiguresLine } from '../pictures/FiguresLine.tsx';
import { LayerStackView } from '../pictures/LayerStackView.tsx';
import { MainView } from '../pictures/MainView.tsx';
import { SpectraView } from '../pictures/SpectraView.tsx';
import { siteLink } from '../site/site-link.ts';
import { watchVisibility } from '../visibility.ts';
import type { Side } from './linked-views.ts';

const useControls = afterPicture(async () => (await import('../controls/Controls.tsx')).Controls);

/** One of the two experiments; it trains only while some of it is on screen. */
export function CompareSide({ side }: { readonly side: Side }) {
  const lab = useLab();
  const query = useLabState((state) => formatQuery(state.choices));
  const root = useRef<HTMLElement>(null);
  const Controls = useControls();
  useEffect(
    () => (root.current ? watchVisibility(root.current, lab.setVisible) : undefined),
    [lab],
  );
  return (
    <section ref={root} className="compare-side" aria-label={compareText(side)}>
      <DepthSlider />
      <Notices />
      <LayerStackView orientation="right" />
      <MainView />
      <SpectraView />
      <Verdict />
      <FiguresLine />
      <Disclosure className="group">
        <Heading level={2}>
          <Button slot="trigger" className="group-button">
            <span className="group-arrow" aria-hidden="true">
              ▸
            </span>
            {compareText(side === 'left' ? 'leftFields' : 'rightFields')}
          </Button>
        </Heading>
        <DisclosurePanel>{Controls && <Controls />}</DisclosurePanel>
      </Disclosure>
      <p>
        <a className="compare-open" href={siteLink('lab', query)}>
          {compareText('openInLab')}
        </a>
      </p>
      <DrawnSignal />
    </section>
  );
}

import { useState } from 'react';
import { useStore } from 'zustand';
import { sharedSpectrumDomain } from '../../charts/spectrum/spectrum.ts';
import { formatQuery } from '../../experiment/index.ts';
import { compareText } from '../../messages/compare.ts';
import type { LabState } from '../../session/index.ts';
import { TaskSwitch } from '../controls/TaskSwitch.tsx';
import { Toggle } from '../controls/Toggle.tsx';
import { LabContext } from '../lab.ts';
import { afterPicture } from '../later.ts';
import { LanguageSwitch } from '../site/LanguageSwitch.tsx';
import { SiteNav } from '../site/SiteNav.tsx';
import { ThemeSwitch } from '../site/ThemeSwitch.tsx';
import { BothTransport } from './BothTransport.tsx';
import { CompareSide } from './CompareSide.tsx';
import type { Comparison } from './comparison.ts';
import { createLinkedPlace, LinkedViewsContext, type Side } from './linked-views.ts';
import { WhatDiffers } from './WhatDiffers.tsx';

// Its lists and number fields weigh more than both pictures.
const useFieldControl = afterPicture(
  async () => (await import('../controls/FieldControl.tsx')).FieldControl,
);

const sides: readonly Side[] = ['left', 'right'];

/** The whole page of comparison. */
export function ComparePage({ comparison }: { readonly comparison: Comparison }) {
  const { left, right, sharing, share } = comparison;
  const shares = useStore(sharing, ({ on }) => on);
  const FieldControl = useFieldControl();
  const [place] = useState(createLinkedPlace);
  const axes = useSharedAxes(comparison);
  const choices = useStore(left.store, (state) => state.choices);
  return (
    <div className="compare">
      <header className="masthead">
        <h1>{compareText('title')}</h1>
        <p>{compareText('subtitle')}</p>
        <SiteNav here="compare" experiment={formatQuery(choices)} />
        <ThemeSwitch />
        <LanguageSwitch />
      </header>
      <main>
        <section className="compare-bar" aria-label={compareText('both')}>
          <BothTransport left={left} right={right} />
          <Toggle on={shares} onChange={share}>
            {compareText('share')}
          </Toggle>
          {shares && (
            <LabContext value={left}>
              <div className="compare-shared">
                <TaskSwitch />
                {(['data', 'seed'] as const).map((name) =>
                  FieldControl ? (
                    <FieldControl key={name} name={name} />
                  ) : (
                    <div key={name} className="control" />
                  ),
                )}
              </div>
            </LabContext>
          )}
        </section>
        <WhatDiffers left={left} right={right} />
        <div className="compare-sides">
          {sides.map((side) => (
            <LinkedViewsContext key={side} value={{ side, place, ...axes }}>
              <LabContext value={comparison[side]}>
                <CompareSide side={side} />
              </LabContext>
            </LinkedViewsContext>
          ))}
        </div>
      </main>
    </div>
  );
}

/** Axes over the spectra of both sides. */
function useSharedAxes({ left, right }: Comparison) {
  const spectra = ({ picture }: LabState) => picture?.spectra;
  const [ofLeft, ofRight] = [useStore(left.store, spectra), useStore(right.store, spectra)];
  const over = (part: 'weights' | 'activations') =>
    sharedSpectrumDomain([...(ofLeft?.[part] ?? []), ...(ofRight?.[part] ?? [])]);
  return { weights: over('weights'), activations: over('activations') };
}

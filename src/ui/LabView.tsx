import { formatQuery } from '../experiment/index.ts';
import { labText } from '../messages/lab.ts';
import { CarrySwitch } from './CarrySwitch.tsx';
import { DepthSlider } from './DepthSlider.tsx';
import { FiguresLine } from './FiguresLine.tsx';
import { LabTools } from './LabTools.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LayerStackView } from './LayerStackView.tsx';
import { useLab, useLabState } from './lab.ts';
import { afterPicture } from './later.ts';
import { MainView } from './MainView.tsx';
import { Notices } from './Notices.tsx';
import { References } from './References.tsx';
import { RestartsNote } from './RestartsNote.tsx';
import { ShareButton } from './ShareButton.tsx';
import { SiteNav } from './SiteNav.tsx';
import { SourceBadge } from './SourceBadge.tsx';
import { SpectraView } from './SpectraView.tsx';
import { TaskSwitch } from './TaskSwitch.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { Transport } from './Transport.tsx';
import { Verdict } from './Verdict.tsx';

// Below the fold, and the heaviest parts of the page: they load behind the first picture.
const useControls = afterPicture(async () => (await import('./Controls.tsx')).Controls);

const useHistoryView = afterPicture(async () => (await import('./HistoryView.tsx')).HistoryView);

const useCloserLookSection = afterPicture(
  async () => (await import('./CloserLookSection.tsx')).CloserLookSection,
);

/** The way to the other views, which open with the present experiment. */
function LabNav() {
  const experiment = useLabState((state) => formatQuery(state.choices));
  return <SiteNav here="lab" experiment={experiment} />;
}

/** The whole page. */
export function LabView() {
  const lab = useLab();
  const Controls = useControls();
  const HistoryView = useHistoryView();
  const CloserLookSection = useCloserLookSection();
  return (
    <div className="lab">
      <header className="masthead">
        <h1>{labText('title')}</h1>
        <p>{labText('subtitle')}</p>
        <LabNav />
        <ThemeSwitch
          onChoose={(choice) => lab.choose({ theme: choice === 'auto' ? undefined : choice })}
        />
        <LanguageSwitch
          onChoose={(choice) => lab.choose({ language: choice === 'auto' ? undefined : choice })}
        />
      </header>
      <main>
        <section className="stage" aria-label={labText('atWork')}>
          <DepthSlider />
          <div className="toolbar">
            <SourceBadge />
            <Transport />
            <ShareButton />
          </div>
          <div className="stage-bar">
            <TaskSwitch />
            <LabTools />
            <CarrySwitch />
          </div>
          <Notices />
          <LayerStackView />
          <MainView />
          <SpectraView />
          <Verdict />
          <RestartsNote />
          <FiguresLine />
        </section>
        {CloserLookSection && <CloserLookSection />}
        <div className="below">
          {HistoryView ? <HistoryView /> : <div />}
          {Controls ? <Controls /> : <div className="controls" />}
        </div>
      </main>
      <References />
    </div>
  );
}

import { formatQuery } from '../experiment/index.ts';
import { labText } from '../messages/lab.ts';
import { CarrySwitch } from './controls/CarrySwitch.tsx';
import { DepthSlider } from './controls/DepthSlider.tsx';
import { LabTools } from './controls/LabTools.tsx';
import { ShareButton } from './controls/ShareButton.tsx';
import { TaskSwitch } from './controls/TaskSwitch.tsx';
import { Transport } from './controls/Transport.tsx';
import { useLab, useLabState } from './lab.ts';
import { afterPicture } from './later.ts';
import { Notices } from './notes/Notices.tsx';
import { References } from './notes/References.tsx';
import { SourceBadge } from './notes/SourceBadge.tsx';
import { Verdict } from './notes/Verdict.tsx';
import { FiguresLine } from './pictures/FiguresLine.tsx';
import { LayerStackView } from './pictures/LayerStackView.tsx';
import { MainView } from './pictures/MainView.tsx';
import { SpectraView } from './pictures/SpectraView.tsx';
import { LanguageSwitch } from './site/LanguageSwitch.tsx';
import { SiteNav } from './site/SiteNav.tsx';
import { ThemeSwitch } from './site/ThemeSwitch.tsx';

// Below the fold, and the heaviest parts of the page: they load behind the first picture.
const useControls = afterPicture(async () => (await import('./controls/Controls.tsx')).Controls);

const useHistoryView = afterPicture(
  async () => (await import('./pictures/HistoryView.tsx')).HistoryView,
);

const useCloserLookSection = afterPicture(
  async () => (await import('./pictures/CloserLookSection.tsx')).CloserLookSection,
);

// Nothing to say before other seeds have been trained.
const useRestartsNote = afterPicture(
  async () => (await import('./notes/RestartsNote.tsx')).RestartsNote,
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
  const RestartsNote = useRestartsNote();
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
          {RestartsNote && <RestartsNote />}
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

/** Opens the lab, or the embed, in the page: a worker, the store it reports to, and the address bar. */
import '../design/controls.css';
import '../design/embed.css';
import '../design/masthead.css';
import '../design/page.css';
import '../design/snapshot.css';
import { parseQuery } from '../experiment/index.ts';
import { openLab } from '../session/index.ts';
import { App } from './App.tsx';
import { presentGesture } from './controls/gesture.ts';
import { expectPicture } from './first-picture.ts';
import { LabContext } from './lab.ts';
import { addressBar, linkTo } from './link.ts';
import { showLanguage } from './site/language.ts';
import { showTheme } from './site/theme.ts';
import { startWorker } from './training-worker.ts';
import { watchVisibility } from './visibility.ts';

/** The lab of this link, as something to render. */
export function open(query: string) {
  expectPicture();
  const lab = openLab(parseQuery(query), startWorker(), presentGesture);

  const showLink = addressBar(() => linkTo(lab.store.getState().choices));
  lab.store.subscribe((state, before) => {
    if (state.choices !== before.choices) showLink();
    const { language, theme } = state.experiment;
    if (language !== before.experiment.language) void showLanguage(language);
    if (theme !== before.experiment.theme) showTheme(theme);
  });

  watchVisibility(document.documentElement, lab.setVisible);
  return (
    <LabContext value={lab}>
      <App />
    </LabContext>
  );
}

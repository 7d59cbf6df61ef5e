/**
 * The page: the only folder that knows React. It reads the link, opens the lab in a worker, and
 * renders what the store holds; it computes nothing about networks itself.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/tokens.css';
import '../design/charts.css';
import '../design/controls.css';
import '../design/embed.css';
import '../design/page.css';
import { parseQuery } from '../experiment/index.ts';
import { openLab } from '../session/index.ts';
import { App } from './App.tsx';
import { LabContext } from './lab.ts';
import { addressBar } from './link.ts';
import { watchVisibility } from './visibility.ts';

const worker = new Worker(new URL('../session/worker.ts', import.meta.url), { type: 'module' });
const lab = openLab(parseQuery(location.search), worker);

const showLink = addressBar();
lab.store.subscribe((state, before) => {
  if (state.choices !== before.choices) showLink(state.choices);
});

watchVisibility(document.documentElement, lab.setVisible);

const page = document.getElementById('page');
if (!page) throw new Error('The page has no element with the id “page”.');
createRoot(page).render(
  <StrictMode>
    <LabContext value={lab}>
      <App />
    </LabContext>
  </StrictMode>,
);

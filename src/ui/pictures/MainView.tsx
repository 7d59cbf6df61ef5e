import { Suspense } from 'react';
import type { Experiment } from '../../experiment/index.ts';
import type { Picture } from '../../session/index.ts';
import { useLabState } from '../lab.ts';
import { later } from '../later.ts';
import { ClassMapView } from './ClassMapView.tsx';

const CurveView = later(async () => (await import('./CurveView.tsx')).CurveView);
const DigitsView = later(async () => (await import('./DigitsView.tsx')).DigitsView);
const TeacherView = later(async () => (await import('./TeacherView.tsx')).TeacherView);

/** The kind of picture that a run of this experiment will have. */
function kindOf({ task, data }: Experiment): Picture['kind'] {
  if (task === 'classification') return 'classes';
  if (task === 'rank-recovery') return 'teacher';
  return data === 'digits' ? 'digits' : 'curve';
}

/** What the network has learnt, as its task asks to see it; the last picture stays until the next. */
export function MainView() {
  const kind = useLabState(({ picture, experiment }) =>
    // There may be no point yet to make a picture of, and the map is where points are drawn.
    experiment.data === 'own' ? 'classes' : (picture?.kind ?? kindOf(experiment)),
  );
  const placeholder = (
    <figure className="view main-view">
      <div className="chart-box square" />
    </figure>
  );
  return <Suspense fallback={placeholder}>{view(kind)}</Suspense>;
}

function view(kind: Picture['kind']) {
  switch (kind) {
    case 'classes':
      return <ClassMapView />;
    case 'teacher':
      return <TeacherView />;
    case 'curve':
      return <CurveView />;
    case 'digits':
      return <DigitsView />;
  }
}

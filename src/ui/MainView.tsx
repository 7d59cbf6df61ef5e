import { ClassMapView } from './ClassMapView.tsx';
import { CurveView } from './CurveView.tsx';
import { DigitsView } from './DigitsView.tsx';
import { useLabState } from './lab.ts';
import { TeacherView } from './TeacherView.tsx';

/** What the network has learnt, as its task asks to see it; the last picture stays until the next. */
export function MainView() {
  const kind = useLabState(({ picture, experiment }) =>
    // There may be no point yet to make a picture of, and the map is where points are drawn.
    experiment.data === 'own' ? 'classes' : (picture?.kind ?? 'classes'),
  );
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

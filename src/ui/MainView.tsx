import { ClassMapView } from './ClassMapView.tsx';
import { CurveView } from './CurveView.tsx';
import { DigitsView } from './DigitsView.tsx';
import { useLabState } from './lab.ts';
import { TeacherView } from './TeacherView.tsx';

/** What the network has learnt, as its task asks to see it; the last picture stays until the next. */
export function MainView() {
  const kind = useLabState((state) => state.picture?.kind ?? 'classes');
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

import { labText } from '../../messages/lab.ts';
import { Prose } from '../notes/Prose.tsx';
import { NonlinearityChart } from './NonlinearityChart.tsx';
import { useOutdated } from './shown-picture.ts';

/** What is shown first of a network that learns from a teacher: how much the nonlinearity does in each layer. */
export function TeacherView() {
  const outdated = useOutdated();
  return (
    <figure className="view main-view teacher-view" data-outdated={outdated || undefined}>
      <figcaption>
        <h2>{labText('nonlinearity')}</h2>
        <p>
          <Prose>{labText('nonlinearityHelp')}</Prose>
        </p>
      </figcaption>
      <NonlinearityChart name={labText('nonlinearityChart')} />
    </figure>
  );
}

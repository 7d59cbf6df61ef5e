import { articleText } from '../messages/article.ts';
import { NonlinearityChart } from '../ui/pictures/NonlinearityChart.tsx';
import { useOutdated } from '../ui/pictures/shown-picture.ts';
import { Panel } from './panels.tsx';

/** How much the nonlinearity does in each layer. */
export function NonlinearityPanel() {
  const outdated = useOutdated();
  return (
    <Panel
      caption={articleText('nonlinearityCaption')}
      className="spectrum-panel"
      outdated={outdated}
    >
      <NonlinearityChart name={articleText('nonlinearity')} />
    </Panel>
  );
}

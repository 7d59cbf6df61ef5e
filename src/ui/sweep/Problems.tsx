import { Button } from 'react-aria-components';
import { say } from '../../messages/say.ts';
import { sweepText } from '../../messages/sweep.ts';
import { useBench, useSweeps } from './bench-context.ts';
import { dismiss } from './sweep-store.ts';

/** What went wrong: a file that could not be read, a store that is full, cells given up. */
export function Problems() {
  const { store } = useBench();
  const problems = useSweeps((state) => state.problems);
  return (
    <div className="notices" role="status">
      {problems.map((problem) => (
        <p key={say(problem)} className="notice">
          <span>{say(problem)}</span>
          <Button className="link-button" onPress={() => dismiss(store, problem)}>
            {sweepText('page.dismiss')}
          </Button>
        </p>
      ))}
    </div>
  );
}

import { taskNames, titleOf, titleOfValue } from '../../experiment/index.ts';
import { say } from '../../messages/say.ts';
import { useLab, useLabState } from '../lab.ts';
import { OneOf } from './OneOf.tsx';

/** The three tasks of the paper's figures. */
export function TaskSwitch() {
  const lab = useLab();
  const task = useLabState((state) => state.experiment.task);
  return (
    <OneOf
      className="task-switch"
      optionClassName="task-button"
      aria-label={say(titleOf('task'))}
      options={taskNames.map((name) => ({ name, content: say(titleOfValue('task', name)) }))}
      chosen={task}
      onChoose={(chosen) => lab.choose({ task: chosen })}
    />
  );
}

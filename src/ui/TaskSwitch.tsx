import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type TaskName, taskNames, titleOf, titleOfValue } from '../experiment/index.ts';
import { say } from '../messages/say.ts';
import { useLab, useLabState } from './lab.ts';

/** The three tasks of the paper's figures. */
export function TaskSwitch() {
  const lab = useLab();
  const task = useLabState((state) => state.experiment.task);
  return (
    <ToggleButtonGroup
      className="task-switch"
      aria-label={say(titleOf('task'))}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[task]}
      onSelectionChange={(keys) => {
        const [chosen] = [...keys];
        if (chosen !== task) lab.choose({ task: chosen as TaskName });
      }}
    >
      {taskNames.map((name) => (
        <ToggleButton key={name} id={name} className="task-button">
          {say(titleOfValue('task', name))}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

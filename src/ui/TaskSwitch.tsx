import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { fieldOf, type TaskName, taskNames } from '../experiment/index.ts';
import { useLab, useLabState } from './lab.ts';

const field = fieldOf('task');
const titles: Readonly<Record<string, string>> = field.kind === 'choice' ? field.names : {};

/** The three tasks of the paper's figures. */
export function TaskSwitch() {
  const lab = useLab();
  const task = useLabState((state) => state.experiment.task);
  return (
    <ToggleButtonGroup
      className="task-switch"
      aria-label="Task"
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
          {titles[name]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

import { Button, Group } from 'react-aria-components';
import { labText } from '../../messages/lab.ts';
import { useLab, useLabState } from '../lab.ts';
import { Icon } from './Icon.tsx';

/** Start, pause, single step, and from the beginning. */
export function Transport() {
  const lab = useLab();
  const status = useLabState((state) => state.frame?.status);
  const running = status === 'running' || status === undefined;
  return (
    <Group className="transport" aria-label={labText('training')}>
      {running ? (
        <Button className="button main" onPress={() => lab.pause()}>
          <Icon path="M7 4h4v16H7zM13 4h4v16h-4z" /> {labText('pause')}
        </Button>
      ) : (
        <Button
          className="button main"
          isDisabled={status === 'finished'}
          onPress={() => lab.resume()}
        >
          <Icon path="M7 4l13 8-13 8z" /> {labText('train')}
        </Button>
      )}
      <Button className="button" onPress={() => lab.step()}>
        <Icon path="M5 4l9 8-9 8zM16 4h3v16h-3z" /> {labText('oneStep')}
      </Button>
      <Button className="button" onPress={() => lab.reset()}>
        <Icon path="M12 5a7 7 0 1 1-6.6 9.3l1.9-.7A5 5 0 1 0 12 7v3L7 6l5-4z" />{' '}
        {labText('restart')}
      </Button>
    </Group>
  );
}

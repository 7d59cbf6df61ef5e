import { Button, Group } from 'react-aria-components';
import { useStore } from 'zustand';
import { compareText } from '../../messages/compare.ts';
import type { Lab, LabState } from '../../session/index.ts';
import { Icon } from '../controls/Icon.tsx';

interface BothTransportProps {
  readonly left: Lab;
  readonly right: Lab;
}

/** Starts, pauses and restarts both runs at once. */
export function BothTransport({ left, right }: BothTransportProps) {
  const status = ({ frame }: LabState) => frame?.status ?? 'running';
  const [ofLeft, ofRight] = [useStore(left.store, status), useStore(right.store, status)];
  const both = [left, right];
  const isRunning = ofLeft === 'running' || ofRight === 'running';
  const isOver = ofLeft === 'finished' && ofRight === 'finished';
  return (
    <Group className="transport" aria-label={compareText('bothRuns')}>
      {isRunning ? (
        <Button
          className="button main"
          onPress={() => {
            for (const lab of both) lab.pause();
          }}
        >
          <Icon path="M7 4h4v16H7zM13 4h4v16h-4z" /> {compareText('pause')}
        </Button>
      ) : (
        <Button
          className="button main"
          isDisabled={isOver}
          onPress={() => {
            for (const lab of both) lab.resume();
          }}
        >
          <Icon path="M7 4l13 8-13 8z" /> {compareText('train')}
        </Button>
      )}
      <Button
        className="button"
        onPress={() => {
          for (const lab of both) lab.reset();
        }}
      >
        <Icon path="M12 5a7 7 0 1 1-6.6 9.3l1.9-.7A5 5 0 1 0 12 7v3L7 6l5-4z" />{' '}
        {compareText('restart')}
      </Button>
    </Group>
  );
}

import { Suspense } from 'react';
import { Button } from 'react-aria-components';
import { toolsText } from '../../messages/tools.ts';
import { later } from '../later.ts';
import { startTour, useTour } from './tour-state.ts';

const Tour = later(async () => (await import('./Tour.tsx')).Tour);

/** Starts the tour of the lab; marked for those who have not seen it yet. */
export function TourButton() {
  const { step, seen } = useTour();
  return (
    <>
      <Button
        className="history-button tour-button"
        data-new={!seen || undefined}
        onPress={startTour}
      >
        {toolsText('tour')}
      </Button>
      {step !== undefined && (
        <Suspense>
          <Tour />
        </Suspense>
      )}
    </>
  );
}

import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { createPortal } from 'react-dom';
import '../../design/tour.css';
import { tourText } from '../../messages/tour.ts';
import { useMedia } from '../media.ts';
import { endTour, stepTour, tourSteps, useTour } from './tour-state.ts';

/** Where a box lies in the document, in CSS pixels. */
interface Place {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Room between a target, its ring and the card; how wide the card is, and how tall at most. */
const margin = 8;
const card = { width: 340, height: 280 };

/** One card at a time beside what it is about. The page stays usable under it. */
export function Tour() {
  const { step = 0 } = useTour();
  const { key, target } = tourSteps[step];
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const place = useTargetPlace(target, still);
  useReturnedFocus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step is announced by its focus
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, [step]);
  const isLast = step === tourSteps.length - 1;
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') endTour();
    else if (event.key === 'ArrowRight') stepTour(1);
    else if (event.key === 'ArrowLeft') stepTour(-1);
    else return;
    event.preventDefault();
  };
  return createPortal(
    <>
      {place && (
        <div
          className="tour-ring"
          style={{
            top: place.top - margin,
            left: place.left - margin,
            width: place.width + 2 * margin,
            height: place.height + 2 * margin,
          }}
        />
      )}
      <section
        ref={box}
        className="tour-card"
        role="dialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        tabIndex={-1}
        style={cardPlace(place)}
        onKeyDown={press}
      >
        <p className="tour-count">
          {tourText('count', { step: step + 1, count: tourSteps.length })}
        </p>
        <h2 id={`${id}-title`}>{tourText(`${key}.title`)}</h2>
        <p id={`${id}-text`}>{tourText(`${key}.text`)}</p>
        <div className="tour-buttons">
          {!isLast && (
            <Button className="link-button" onPress={endTour}>
              {tourText('skip')}
            </Button>
          )}
          {step > 0 && (
            <Button className="button" onPress={() => stepTour(-1)}>
              {tourText('back')}
            </Button>
          )}
          <Button className="button main" onPress={() => stepTour(1)}>
            {tourText(isLast ? 'done' : 'next')}
          </Button>
        </div>
      </section>
    </>,
    document.body,
  );
}

/** Brings a target into view and follows where it lies; undefined where the page has no such part. */
function useTargetPlace(target: string, still: boolean): Place | undefined {
  const [place, setPlace] = useState<Place>();
  useLayoutEffect(() => {
    const element = document.querySelector(target);
    const look = () => {
      const rect = element?.getBoundingClientRect();
      setPlace(
        rect && {
          top: rect.top + scrollY,
          left: rect.left + scrollX,
          width: rect.width,
          height: rect.height,
        },
      );
    };
    look();
    if (!element) return;
    const rect = element.getBoundingClientRect();
    // On a phone the depth slider sticks to the top of the window and covers what is under it.
    const covered = innerWidth <= 560 ? 130 : 0;
    const isSeen = rect.top >= covered && rect.bottom <= innerHeight;
    if (!isSeen) {
      const top = rect.top + scrollY - Math.max(covered + 24, (innerHeight - rect.height) / 4);
      scrollTo({ top, behavior: still ? 'auto' : 'smooth' });
    }
    const observer = new ResizeObserver(look);
    observer.observe(element);
    observer.observe(document.body);
    addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      removeEventListener('scroll', look);
    };
  }, [target, still]);
  return place;
}

/** Right of the target, left of it, below or above it, wherever the window has room; else in the window's corner. */
function cardPlace(place: Place | undefined) {
  const width = Math.min(card.width, innerWidth - 32);
  const corner = { width, right: 16, bottom: 16 };
  if (!place) return corner;
  const gap = 3 * margin;
  const [top, left] = [place.top - scrollY, place.left - scrollX];
  const [bottom, right] = [top + place.height, left + place.width];
  const beside = Math.max(16, Math.min(top, innerHeight - card.height - 16));
  const under = Math.max(16, Math.min(left, innerWidth - width - 16));
  if (right + gap + width + 16 <= innerWidth) return { width, top: beside, left: right + gap };
  if (left - gap - width >= 16) return { width, top: beside, left: left - gap - width };
  if (bottom + gap + card.height <= innerHeight) return { width, top: bottom + gap, left: under };
  if (top - gap - card.height >= 0) return { width, bottom: innerHeight - top + gap, left: under };
  return corner;
}

/** Gives the focus back to whatever had it before the tour. */
function useReturnedFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
}

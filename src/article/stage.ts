/**
 * Who may train: of the figures on screen the one nearest to the middle of the window, and no
 * other. A figure hears when it comes within two windows' reach, so that it can get ready, when it
 * is its turn, and when it is far away again. Until somebody scrolls only those
 * on screen get ready: the first screen has all it needs.
 */

export interface Actor {
  readonly element: Element;
  /** Within reach: time to load what training needs. */
  approach(): void;
  /** Its turn begins or ends. */
  perform(on: boolean): void;
  /** Out of reach: give back what is only needed for training. */
  depart(): void;
}

interface Place {
  near: boolean;
  onScreen: boolean;
}

const reach = '200% 0px';

const places = new Map<Actor, Place>();
let performing: Actor | undefined;
let scheduled = false;
let hasScrolled = false;
let observers: readonly IntersectionObserver[] | undefined;

/** Takes the figure up; returns what lets it go. */
export function joinStage(actor: Actor): () => void {
  observers ??= open();
  places.set(actor, { near: false, onScreen: false });
  for (const observer of observers) observer.observe(actor.element);
  return () => {
    for (const observer of observers ?? []) observer.unobserve(actor.element);
    places.delete(actor);
    if (performing === actor) performing = undefined;
    actor.perform(false);
    actor.depart();
    schedule();
  };
}

function open(): readonly IntersectionObserver[] {
  addEventListener('scroll', schedule, { passive: true });
  addEventListener('scroll', awaken, { passive: true, once: true });
  addEventListener('resize', schedule);
  document.addEventListener('visibilitychange', schedule);
  return [
    observe(reach, (actor, place, near) => {
      if (place.near === near) return;
      place.near = near;
      if (!near) actor.depart();
      else if (hasScrolled) actor.approach();
    }),
    observe('0px', (actor, place, onScreen) => {
      place.onScreen = onScreen;
      if (onScreen) actor.approach();
    }),
  ];
}

function awaken(): void {
  hasScrolled = true;
  for (const [actor, { near }] of places) if (near) actor.approach();
}

function observe(
  rootMargin: string,
  report: (actor: Actor, place: Place, inside: boolean) => void,
): IntersectionObserver {
  return new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        for (const [actor, place] of places) {
          if (actor.element === target) report(actor, place, isIntersecting);
        }
      }
      schedule();
    },
    { rootMargin },
  );
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(elect);
}

function elect(): void {
  scheduled = false;
  const next = document.visibilityState === 'visible' ? nearestToTheMiddle() : undefined;
  if (next === performing) return;
  performing?.perform(false);
  performing = next;
  next?.perform(true);
}

function nearestToTheMiddle(): Actor | undefined {
  let nearest: Actor | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [actor, { onScreen }] of places) {
    if (!onScreen) continue;
    const { top, bottom } = actor.element.getBoundingClientRect();
    const distance = Math.abs((top + bottom) / 2 - innerHeight / 2);
    if (distance < least) [nearest, least] = [actor, distance];
  }
  return nearest;
}

/**
 * Parts of the page that its first picture does without. Each loads when it is first rendered or
 * called for; what nobody has asked for is fetched once the page is idle, because a lecture hall
 * may have no network by the time somebody does.
 */
import { type ComponentType, createElement, lazy, useEffect, useState } from 'react';
import { firstPicture } from './first-picture.ts';
import { idle } from './idle.ts';
import { Boundary } from './site/Boundary.tsx';
import { turn } from './turn.ts';

const waiting: (() => Promise<unknown>)[] = [];

/** A module that is imported when it is called for, or once the page is idle. */
export function importLater<Module>(load: () => Promise<Module>): () => Promise<Module> {
  waiting.push(load);
  return load;
}

/**
 * A component whose module is imported when it is first rendered, or once the page is idle. One
 * that cannot be had leaves the rest of the page as it is, and can be asked for again.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const imported = importLater(load);
  // React keeps a failed import for good, so that every attempt is another component.
  const attempt = () => lazy(async () => ({ default: await imported() }));
  let part: ComponentType<Props> = attempt();
  const onRetry = () => {
    part = attempt();
  };
  const Latest = (props: Props) => createElement(part, props);
  return (props) => createElement(Boundary, { onRetry }, createElement(Latest, props));
}

/**
 * The same for what a view shows from the start: a hook that gives the component once the first
 * picture is on screen and the module is here. It does not suspend: while a run reports, React
 * would begin to render what was suspended again and again, and on a busy machine never end.
 */
export function afterPicture<Props>(
  load: () => Promise<ComponentType<Props>>,
): () => ComponentType<Props> | undefined {
  let loaded: ComponentType<Props> | undefined;
  const imported = importLater(async () => {
    loaded ??= await load();
    return loaded;
  });
  return () => {
    const [component, setComponent] = useState(() => loaded);
    useEffect(() => {
      if (component) return;
      let isWanted = true;
      const show = (one: ComponentType<Props>) => {
        if (isWanted) setComponent(() => one);
      };
      // Without network the placeholder stays.
      void firstPicture()
        .then(imported)
        .then(async (one) => {
          await turn();
          show(one);
        })
        .catch(() => {});
      return () => {
        isWanted = false;
      };
    }, [component]);
    return component;
  };
}

/** Name of the mark in the browser's timeline from which on the page needs no network. */
const allHere = 'all here';

/** Imports the rest, one module in each idle moment, with what these in turn leave for later. */
export async function importTheRest(): Promise<void> {
  for (let load = waiting.shift(); load; load = waiting.shift()) {
    await idle();
    await online();
    // One that cannot be had leaves the others to be had; whoever needs it sees the error.
    await load().catch(() => {});
  }
  performance.mark(allHere);
}

function online(): Promise<void> {
  if (navigator.onLine) return Promise.resolve();
  return new Promise((resolve) => addEventListener('online', () => resolve(), { once: true }));
}

/** Parts of a page that come one after the other, each in a task of its own: rendered together they would hold up a drag. */
import { useEffect, useState } from 'react';

let last: Promise<void> = Promise.resolve();

/** Waits until it is one's turn. */
export function turn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}

/** Turns true when it is this component's turn. */
export function useTurn(): boolean {
  const [hasCome, setHasCome] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void turn().then(() => {
      if (isWanted) setHasCome(true);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return hasCome;
}

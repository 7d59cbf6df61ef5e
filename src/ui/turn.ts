/** Parts of a page that come one after the other, each in a task of its own: rendered together they would hold up a drag. */
import { type ReactNode, useEffect, useState } from 'react';

let last: Promise<void> = Promise.resolve();

/** Waits until it is one's turn. */
export function turn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}

/** Its children, once it is their turn. */
export function InTurn({ children }: { readonly children: ReactNode }): ReactNode {
  return useTurn() ? children : null;
}

/** Turns true when it is this component's turn. */
function useTurn(): boolean {
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

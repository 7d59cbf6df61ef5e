import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useLabState } from './lab.ts';
import { linkTo } from './link.ts';

/** Copies a link to exactly this experiment. */
export function ShareButton() {
  const choices = useLabState((state) => state.choices);
  const [outcome, setOutcome] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(linkTo(choices));
      setOutcome('Link copied');
    } catch {
      setOutcome('Copy it from the address bar');
    }
    setTimeout(() => setOutcome(undefined), 2500);
  };
  return (
    <Button className="button" onPress={() => void copy()}>
      <span role="status">{outcome ?? 'Copy link'}</span>
    </Button>
  );
}

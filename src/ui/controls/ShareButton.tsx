import { useState } from 'react';
import { Button } from 'react-aria-components';
import { labText } from '../../messages/lab.ts';
import { useLabState } from '../lab.ts';
import { linkTo } from '../link.ts';

/** Copies a link to exactly this experiment. */
export function ShareButton() {
  const choices = useLabState((state) => state.choices);
  const [outcome, setOutcome] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(linkTo(choices));
      setOutcome(labText('linkCopied'));
    } catch {
      setOutcome(labText('copyByHand'));
    }
    setTimeout(() => setOutcome(undefined), 2500);
  };
  return (
    <>
      <Button className="button" onPress={() => void copy()}>
        {outcome ?? labText('copyLink')}
      </Button>
      <span role="status" className="unseen">
        {outcome}
      </span>
    </>
  );
}

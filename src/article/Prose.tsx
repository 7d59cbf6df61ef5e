import { Fragment, type ReactNode } from 'react';
import type { Values } from '../messages/index.ts';
import { cutAtSlots, slotMarks } from './slots.ts';
import { Words } from './Words.tsx';

interface ProseProps<Key extends string> {
  /** Says the messages of one area. */
  readonly say: (key: Key, values?: Values) => string;
  readonly message: Key;
  /** What stands at the slots of the message: numbers to drag, formulas, words that are set off. */
  readonly slots?: Readonly<Record<string, ReactNode>>;
  readonly values?: Values;
}

/** A message with more than text in it. */
export function Prose<Key extends string>({
  say,
  message,
  slots = {},
  values = {},
}: ProseProps<Key>) {
  const said = say(message, { ...values, ...slotMarks(Object.keys(slots)) });
  return cutAtSlots(said).map((piece) =>
    'slot' in piece ? (
      <Fragment key={`slot ${piece.slot}`}>{slots[piece.slot]}</Fragment>
    ) : (
      <Words key={piece.text} text={piece.text} />
    ),
  );
}

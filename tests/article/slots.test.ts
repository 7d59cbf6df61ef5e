import { expect, test } from 'vitest';
import { cutAtSlots, slotMarks } from '../../src/article/slots.ts';
import { articleText } from '../../src/messages/article.ts';

test('a message is cut at its slots, in the order in which they stand', () => {
  const said = articleText('heroMeets', slotMarks(['depth', 'rank', 'tripoints']));
  expect(cutAtSlots(said).map((piece) => ('slot' in piece ? piece.slot : '…'))).toEqual([
    '…',
    'depth',
    '…',
    'rank',
    '…',
    'tripoints',
    '…',
  ]);
});

test('a message without slots is one piece, and slots side by side have nothing between them', () => {
  expect(cutAtSlots('Only words.')).toEqual([{ text: 'Only words.' }]);
  const { a, b } = slotMarks(['a', 'b']);
  expect(cutAtSlots(`${a}${b}`)).toEqual([{ slot: 'a' }, { slot: 'b' }]);
});

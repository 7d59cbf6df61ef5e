import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/experiment/index.ts';
import { rememberChoices } from '../../src/session/choices-history.ts';

/** A history on a clock that moves by hand, with the choices as they are now. */
function opened(first: Choices = {}) {
  let time = 0;
  let present = first;
  const history = rememberChoices(() => time);
  return {
    history,
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
    choose(changes: Choices, gesture?: string) {
      const next = { ...present, ...changes };
      history.record(present, next, gesture);
      present = next;
    },
    undo() {
      present = history.undo(present) ?? present;
      return present;
    },
    redo() {
      present = history.redo(present) ?? present;
      return present;
    },
  };
}

describe('the history of choices', () => {
  it('goes back and forth through them', () => {
    const h = opened();
    h.choose({ depth: 4 });
    h.choose({ width: 20 });
    expect(h.undo()).toEqual({ depth: 4 });
    expect(h.undo()).toEqual({});
    expect(h.history.canUndo).toBe(false);
    expect(h.undo()).toEqual({});
    expect(h.redo()).toEqual({ depth: 4 });
    expect(h.redo()).toEqual({ depth: 4, width: 20 });
    expect(h.history.canRedo).toBe(false);
  });

  it('takes a drag for one step, but not two drags with a rest between them', () => {
    const h = opened({ depth: 9 });
    for (const depth of [8, 7, 6]) {
      h.choose({ depth });
      h.wait(300);
    }
    h.wait(1000);
    for (const depth of [5, 4]) h.choose({ depth });
    expect(h.undo()).toEqual({ depth: 6 });
    expect(h.undo()).toEqual({ depth: 9 });
  });

  it('keeps gestures apart however quick, and together however slow', () => {
    const h = opened();
    h.choose({ ownPoints: 'a' }, 'stroke 1');
    h.wait(60_000);
    h.choose({ ownPoints: 'b' }, 'stroke 1');
    h.choose({ ownPoints: 'c' }, 'stroke 2');
    expect(h.undo()).toEqual({ ownPoints: 'b' });
    expect(h.undo()).toEqual({});
  });

  it('begins a new step after an undo, and forgets what was undone', () => {
    const h = opened();
    h.choose({ depth: 4 });
    h.choose({ width: 20 });
    h.undo();
    h.choose({ depth: 5 });
    expect(h.history.canRedo).toBe(false);
    expect(h.undo()).toEqual({ depth: 4 });
  });

  it('leaves the page as it is', () => {
    const h = opened({ depth: 9 });
    h.choose({ depth: 4 });
    h.choose({ view: 'embed' });
    expect(h.undo()).toEqual({ depth: 9, view: 'embed' });
  });

  it('always comes back to where it was after as many steps forth as back', () => {
    const step = fc.record({
      depth: fc.integer({ min: 1, max: 48 }),
      rest: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        const h = opened();
        for (const { depth, rest } of steps) {
          h.choose({ depth });
          if (rest) h.wait(1000);
        }
        const end = h.redo();
        let back = 0;
        for (; h.history.canUndo; back++) h.undo();
        for (; back > 0; back--) h.redo();
        expect(h.redo()).toEqual(end);
      }),
      { seed: 1 },
    );
  });
});

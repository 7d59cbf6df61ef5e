/** What the hand is doing: everything chosen between pressing and letting go is one gesture. */

let presses = 0;
let pressed = false;

const down = () => {
  presses++;
  pressed = true;
};
const up = () => {
  // What a release causes, such as the last value of a slider, still belongs to the press.
  setTimeout(() => {
    pressed = false;
  });
};
addEventListener('pointerdown', down, { capture: true });
addEventListener('pointerup', up, { capture: true });
addEventListener('pointercancel', up, { capture: true });

/** A name for the present press; undefined while nothing is pressed. */
export function presentGesture(): string | undefined {
  return pressed ? `press ${presses}` : undefined;
}

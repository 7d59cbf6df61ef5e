/** Whether (x, y) lies within rings of interleaved x, y by the even-odd rule. */
export function contains(rings: readonly Float32Array[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let ax = Number(ring.at(-2));
    let ay = Number(ring.at(-1));
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const bx = Number(ring[at]);
      const by = Number(ring[at + 1]);
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      ax = bx;
      ay = by;
    }
  }
  return inside;
}

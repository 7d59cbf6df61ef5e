/** A visitor's own points as a data set; see own-data/. */
import { decodePoints, encodePoints, noPoints, type OwnPoints } from '../own-data/index.ts';
import type { ClassFamily } from './class-family.ts';

/** Three arcs of eight points around the centre, for a map that nobody has drawn on yet. */
export const firstOwnPoints: string = encodePoints(threeArcs());

/** Own points as a family of classes that gives exactly these points. */
function familyOf({ inputs, labels }: OwnPoints): ClassFamily {
  const classCount = Math.max(2, ...Array.from(labels, (label) => label + 1));
  const rows = Array.from({ length: classCount }, (_, label) =>
    Array.from(labels.keys()).filter((index) => labels[index] === label),
  );
  return {
    kind: 'classes',
    classCount,
    points: labels.length,
    fixed: true,
    noise: 0,
    sizeOf: (label) => rows[label].length,
    place(label, index, _count, noise, random) {
      const at = 2 * rows[label][index];
      const [x, y] = [inputs[at], inputs[at + 1]];
      return noise === 0 ? [x, y] : [x + noise * random.normal(), y + noise * random.normal()];
    },
  };
}

export const own = familyOf(decodePoints(firstOwnPoints) ?? noPoints);

let last = { text: firstOwnPoints, family: own };

/** The family of the points in a link's text; the same one for the same text, as it is asked for often. */
export function ownFamily(text: string): ClassFamily {
  if (text !== last.text) last = { text, family: familyOf(decodePoints(text) ?? noPoints) };
  return last.family;
}

function threeArcs(): OwnPoints {
  const perClass = 8;
  const inputs: number[] = [];
  const labels: number[] = [];
  for (let label = 0; label < 3; label++) {
    for (let index = 0; index < perClass; index++) {
      const angle = Math.PI / 2 + (2 * Math.PI * (label + (index - 3.5) / 16)) / 3;
      const radius = index % 2 === 0 ? 1.5 : 1.9;
      inputs.push(radius * Math.cos(angle), radius * Math.sin(angle));
      labels.push(label);
    }
  }
  return { inputs: Float32Array.from(inputs), labels: Uint8Array.from(labels) };
}

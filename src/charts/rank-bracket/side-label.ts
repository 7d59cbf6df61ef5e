export interface LabelRequest {
  /** Where the mark stands that the label is beside, in pixels, as all that follows. */
  readonly at: number;
  readonly width: number;
  /** The picture's width. */
  readonly right: number;
  /** The letter size. */
  readonly text: number;
  /** The side that is taken where both will do. */
  readonly side: 'left' | 'right';
  /** Upright lines that no label may lie on. */
  readonly walls: readonly number[];
  /** Marks on the label's own height, over which a raised label passes. */
  readonly dots: readonly number[];
}

export interface LabelPlace {
  /** The end of the label that is nearer to its mark. */
  readonly x: number;
  readonly side: 'left' | 'right';
  readonly isRaised: boolean;
  /** Something stands between the label and its mark, which a line should then join. */
  readonly isApart: boolean;
}

/** The letter sizes that it is worth to stay on the wanted side, and not to be raised. */
const preference = { side: 3, level: 4 };

/**
 * The place nearest to its mark at which a label has nothing under it. Where the picture has no
 * such place, the label stays within the picture and lies on what is there.
 */
export function placeSideLabel(request: LabelRequest): LabelPlace {
  const { at, width, right, text, side, walls, dots } = request;
  const gap = text * 0.7;
  const other: LabelPlace['side'] = side === 'left' ? 'right' : 'left';
  const candidates = [side, other].flatMap((on) =>
    [false, true].flatMap((isRaised) => {
      const along = (place: number) => (on === 'left' ? at - place : place - at);
      const room = along(on === 'left' ? 0 : right);
      const blocks = (isRaised ? walls : [...walls, ...dots]).map(along);
      const start = firstFree(blocks, { from: gap, width, room, clear: gap / 2 });
      if (start === undefined) return [];
      const strays =
        (on === side ? 0 : preference.side) * text + (isRaised ? preference.level * text : 0);
      const x = on === 'left' ? at - start : at + start;
      return [{ x, side: on, isRaised, isApart: start > gap, loss: start + strays }];
    }),
  );
  const [best] = candidates.sort((a, b) => a.loss - b.loss);
  if (best !== undefined) return best;
  const fits = { left: at - gap - width >= 0, right: at + gap + width <= right };
  const on = fits[side] || !fits[other] ? side : other;
  const x = on === 'left' ? at - gap : at + gap;
  return { x, side: on, isRaised: dots.length > 0, isApart: false };
}

interface Stretch {
  readonly from: number;
  readonly width: number;
  readonly room: number;
  readonly clear: number;
}

/** The first start at which a stretch is clear of all blocks and ends before `room`. */
function firstFree(blocks: readonly number[], { from, width, room, clear }: Stretch) {
  // A hair more, so that what begins right behind a block is not taken to lie on it.
  const behind = blocks.map((block) => block + clear + 0.01).filter((start) => start > from);
  return [from, ...behind.sort((a, b) => a - b)].find(
    (start) =>
      start + width <= room &&
      blocks.every((block) => block <= start - clear || block >= start + width + clear),
  );
}

import type { LayerStackData, LayerStackOptions } from './layer-stack-data.ts';

/** One layer; layer 0 is the input. */
export interface Slab {
  readonly layer: number;
  readonly neurons: number;
  readonly rank: number | undefined;
  /** Of the smallest rank among the hidden layers. */
  readonly isNarrowest: boolean;
  /** Pixel of its middle along the way of the network, and its extent there. */
  readonly at: number;
  readonly thickness: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
}

export interface StackFrame {
  readonly text: number;
  readonly slabs: readonly Slab[];
  /** Pixels from one slab to the next, and of all of them. */
  readonly pitch: number;
  readonly extent: number;
  /** Pixel of the slabs' common middle across the way, and where the longest begins and ends. */
  readonly middle: number;
  readonly ends: { readonly low: number; readonly high: number; readonly top: number };
  /** The picture's far edge along the way. */
  readonly far: number;
  /** Pixels for so many neurons. */
  readonly length: (neurons: number) => number;
  readonly layerTitle: Place;
  readonly rankTitle: Place;
  readonly inputCaption: Place;
  readonly outputCaption: Place;
  readonly widthCaption: Place;
}

export function stackFrame(
  data: LayerStackData,
  options: LayerStackOptions,
  text: number,
): StackFrame {
  const isUp = options.orientation !== 'right';
  const along = isUp ? options.height : options.width;
  const across = isUp ? options.width : options.height;
  const [before, after] = isUp ? [text * 3, text * 1.8] : [text * 3, text * 5.2];
  const count = data.depth + 1;
  const room = Math.max(count, along - before - after);
  const pitch = Math.min(text * 2.6, room / count);
  const gap = pitch > 12 ? pitch * 0.3 : Math.min(2, pitch * 0.28);
  const extent = pitch * count;
  const start = before + (along - before - after - extent) / 2;
  const position = (layer: number) =>
    isUp ? along - start - (layer + 0.5) * pitch : start + (layer + 0.5) * pitch;

  const margin = isUp
    ? { low: text * 2.2, high: text * 2.2 }
    : { low: text * 1.6, high: text * 1.8 };
  const low = margin.low;
  const high = Math.max(low + 1, across - margin.high);
  const middle = (low + high) / 2;
  const most = Math.max(data.width, data.inputs, data.outputs);
  const hidden = Array.from(data.ranks ?? []).slice(0, data.depth - 1);
  const least = Math.min(...hidden);

  const slabs = Array.from({ length: count }, (_, layer): Slab => {
    const rank = layer === 0 ? undefined : data.ranks?.[layer - 1];
    return {
      layer,
      neurons: layer === 0 ? data.inputs : layer === data.depth ? data.outputs : data.width,
      rank,
      isNarrowest: layer > 0 && layer < data.depth && rank === least,
      at: position(layer),
      thickness: pitch - gap,
    };
  });
  const [first, last] = [position(0), position(data.depth)];
  const half = pitch / 2;
  const captions = isUp
    ? {
        layerTitle: { x: low - text * 0.6, y: last - half - text * 0.55 },
        rankTitle: { x: high - text * 0.3, y: last - half - text * 0.55 },
        inputCaption: { x: middle, y: first + half + text * 1.15, anchor: 'middle' as const },
        outputCaption: { x: middle, y: last - half - text * 0.55, anchor: 'middle' as const },
        widthCaption: { x: middle, y: first + half + text * 2.4, anchor: 'middle' as const },
      }
    : {
        layerTitle: { x: first - half - text * 0.2, y: high + text * 1.1 },
        rankTitle: { x: first - half - text * 0.2, y: low - text * 0.5 },
        inputCaption: {
          x: first - half - text * 0.2,
          y: middle + text * 0.35,
          anchor: 'end' as const,
        },
        outputCaption: {
          x: last + half + text * 0.3,
          y: middle + text * 0.35,
          anchor: 'start' as const,
        },
        widthCaption: {
          x: last + half + text * 0.3,
          y: middle + text * 1.65,
          anchor: 'start' as const,
        },
      };
  return {
    text,
    slabs,
    pitch,
    extent,
    middle,
    ends: { low, high, top: last - half },
    far: along,
    // A rank of one must be seen, however wide the network.
    length: (neurons) => (neurons <= 0 ? 0 : Math.max(3, ((high - low) * neurons) / most)),
    ...captions,
  };
}

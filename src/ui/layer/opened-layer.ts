/** Which layer is looked into: a passing pointer only takes a look, a click or a key keeps it open. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface OpenedLayer {
  /** Undefined while no layer is looked into. */
  readonly layer: number | undefined;
  readonly kept: boolean;
}

const closed: OpenedLayer = { layer: undefined, kept: false };
const opened = createStore<OpenedLayer>(() => closed);

/** Milliseconds that a pointer rests on the stack before a layer opens, and may be away before it closes. */
const rest = { open: 220, close: 260 };
let timer: ReturnType<typeof setTimeout> | undefined;

/** The pointer is over a layer of the stack, or over none. */
export function passOver(layer: number | undefined): void {
  const present = opened.getState();
  if (present.kept) return;
  clearTimeout(timer);
  if (layer === undefined) timer = setTimeout(closeLayer, rest.close);
  else if (present.layer !== undefined) opened.setState({ layer });
  else timer = setTimeout(() => opened.setState({ layer }), rest.open);
}

/** The pointer is over the panel, which must not close under it. */
export function stay(): void {
  clearTimeout(timer);
}

export function keepOpen(layer: number): void {
  clearTimeout(timer);
  opened.setState({ layer, kept: true });
}

export function closeLayer(): void {
  clearTimeout(timer);
  opened.setState(closed);
}

export function useOpenedLayer(): OpenedLayer {
  return useStore(opened);
}

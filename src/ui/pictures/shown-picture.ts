import type { Picture } from '../../session/index.ts';
import { useLabState } from '../lab.ts';

/** The picture on screen if it is of this kind. */
export function usePicture<Kind extends Picture['kind']>(
  kind: Kind,
): Extract<Picture, { readonly kind: Kind }> | undefined {
  const picture = useLabState((state) => state.picture);
  return picture?.kind === kind
    ? (picture as Extract<Picture, { readonly kind: Kind }>)
    : undefined;
}

/** Whether the picture on screen belongs to an earlier run. */
export function useOutdated(): boolean {
  return useLabState((state) => state.outdated);
}

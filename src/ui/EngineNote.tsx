import { useLabState } from './lab.ts';

/** What computes the steps now, and why this engine was taken. */
export function EngineNote() {
  const frame = useLabState((state) => state.frame);
  if (!frame) return null;
  return (
    <p className="engine-note">
      Now on {frame.device}. {frame.engineReason}
    </p>
  );
}

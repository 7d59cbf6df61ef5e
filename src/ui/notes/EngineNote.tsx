import { labText } from '../../messages/lab.ts';
import { say } from '../../messages/say.ts';
import { useLabState } from '../lab.ts';

/** What computes the steps now, and why this engine was taken. */
export function EngineNote() {
  const frame = useLabState((state) => state.frame);
  if (!frame) return null;
  return (
    <p className="engine-note">
      {labText('nowOn', { device: say(frame.device), reason: say(frame.engineReason) })}
    </p>
  );
}

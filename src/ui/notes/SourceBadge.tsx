import { snapshotText } from '../../messages/snapshot.ts';
import { useLabState } from '../lab.ts';

/** Whether the picture shows a settled run from a file, or one that is or was trained here. */
export function SourceBadge() {
  const known = useLabState((state) => state.frame !== undefined);
  const settled = useLabState((state) => state.frame?.settled);
  if (!known) {
    // Keeps its place: what stands beside it must not move when it comes.
    return (
      <span className="source-badge" data-source="unknown" aria-hidden="true">
        {snapshotText('badge.live')}
      </span>
    );
  }
  return settled ? (
    <span
      className="source-badge"
      data-source="file"
      title={snapshotText('badge.fileHelp', { ...settled })}
    >
      {snapshotText('badge.file')}
    </span>
  ) : (
    <span className="source-badge" data-source="live" title={snapshotText('badge.liveHelp')}>
      {snapshotText('badge.live')}
    </span>
  );
}

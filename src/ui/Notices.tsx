import { Button } from 'react-aria-components';
import { useLab, useLabState } from './lab.ts';

/** What people should know: a field of the link that could not be used, a change of engine. */
export function Notices() {
  const lab = useLab();
  const notices = useLabState((state) => state.notices);
  return (
    <div className="notices" role="status">
      {notices.map(({ id, message }) => (
        <p key={id} className="notice">
          <span>{message}</span>
          <Button
            className="link-button"
            onPress={() => lab.dismiss(id)}
            aria-label={`Dismiss: ${message}`}
          >
            Dismiss
          </Button>
        </p>
      ))}
    </div>
  );
}

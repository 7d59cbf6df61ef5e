import { Button } from 'react-aria-components';
import { labText } from '../../messages/lab.ts';
import { say } from '../../messages/say.ts';
import { useLab, useLabState } from '../lab.ts';

/** What people should know: a field of the link that could not be used, a change of engine. */
export function Notices() {
  const lab = useLab();
  const notices = useLabState((state) => state.notices);
  return (
    <div className="notices" role="status">
      {notices.map(({ id, message }) => (
        <p key={id} className="notice">
          <span>{say(message)}</span>
          <Button
            className="link-button"
            onPress={() => lab.dismiss(id)}
            aria-label={labText('dismissNotice', { notice: say(message) })}
          >
            {labText('dismiss')}
          </Button>
        </p>
      ))}
    </div>
  );
}

import { sweepText } from '../../messages/sweep.ts';

/** A time as people say it: "40 s", "3 min", "1 h 20 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return sweepText('time.seconds', { count: Math.max(1, Math.round(seconds)) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return sweepText('time.minutes', { count: minutes });
  return sweepText('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

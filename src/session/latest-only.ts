/**
 * Keeps one call in flight and only the newest one waiting. A slider may call as often as it
 * likes; values that were overtaken before their turn are never sent.
 * @param overtake what is sent of a value and the one it overtook; the newer alone unless told
 */
export function latestOnly<Value>(
  send: (value: Value) => Promise<unknown>,
  overtake: (overtaken: Value, newest: Value) => Value = (_, newest) => newest,
): (value: Value) => void {
  let busy = false;
  let waiting: { readonly value: Value } | undefined;
  const next = async (value: Value): Promise<void> => {
    busy = true;
    try {
      await send(value);
    } finally {
      busy = false;
      if (waiting) {
        const { value: newest } = waiting;
        waiting = undefined;
        void next(newest);
      }
    }
  };
  return (value) => {
    if (busy) waiting = { value: waiting ? overtake(waiting.value, value) : value };
    else void next(value);
  };
}

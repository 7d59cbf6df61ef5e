/** How a worker that trains lets its messages in. */

/**
 * @returns what resolves once all messages that wait already have been seen: a message to
 * ourselves queues behind them, without the clamp of setTimeout
 */
export function messageBreath(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let exhale: () => void = () => {};
  port2.onmessage = () => exhale();
  return () =>
    new Promise((resolve) => {
      exhale = resolve;
      port1.postMessage(undefined);
    });
}

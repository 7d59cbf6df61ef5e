/** How replicas reach each other. */

/** For every replica its ports to the others, in the order of ranks. */
export function connectAll(replicas: number): MessagePort[][] {
  const ports = Array.from({ length: replicas }, (): MessagePort[] => []);
  for (let one = 0; one < replicas; one++) {
    for (let other = one + 1; other < replicas; other++) {
      const { port1, port2 } = new MessageChannel();
      ports[one].push(port1);
      ports[other].push(port2);
    }
  }
  return ports;
}

/**
 * One of the other replicas, as a port to it. A buffer that came in goes back out with the next
 * message, so that two buffers serve each pair for as long as they train and nothing is allocated.
 */
export class Peer {
  private spare: ArrayBuffer;
  private readonly waiting: ArrayBuffer[] = [];

  constructor(
    private readonly port: MessagePort,
    bytes: number,
    onArrival: () => void,
  ) {
    this.spare = new ArrayBuffer(bytes);
    port.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      // With three replicas or more, one may be a step ahead of another.
      this.waiting.push(data);
      onArrival();
    };
  }

  get hasMessage(): boolean {
    return this.waiting.length > 0;
  }

  send(message: Uint8Array): void {
    const buffer = this.spare;
    new Uint8Array(buffer).set(message);
    this.port.postMessage(buffer, [buffer]);
  }

  /** Copies the oldest message to `place`. */
  take(place: Uint8Array): void {
    const buffer = this.waiting.shift();
    if (buffer === undefined) throw new Error('This replica has sent nothing yet.');
    place.set(new Uint8Array(buffer));
    this.spare = buffer;
  }

  close(): void {
    this.port.close();
  }
}

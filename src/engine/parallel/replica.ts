/** One of several networks that train as one. */
import type { WasmEngine } from '../wasm/index.ts';
import type { Assignment } from './messages.ts';
import { Peer } from './peer.ts';

export type Place = Pick<Assignment, 'rank' | 'replicas' | 'shard' | 'ports'>;

export class Replica {
  private readonly peers: readonly Peer[];
  private readonly bytes: number;
  private readonly rank: number;
  private wake: () => void = () => {};
  private failure: Error | undefined;

  constructor(
    private readonly engine: WasmEngine,
    { rank, replicas, shard, ports }: Place,
  ) {
    const { wasm } = engine;
    this.rank = rank;
    wasm.setShard(shard.first, shard.end);
    wasm.joinReplicas(rank, replicas);
    this.bytes = wasm.messageBytes();
    this.peers = ports.map((port) => new Peer(port, this.bytes, () => this.noteArrival()));
  }

  /** Takes `count` steps together with the others; the tables of rates must hold as many. Throws what `fail` was given. */
  async takeSteps(count: number): Promise<void> {
    const { wasm } = this.engine;
    for (let index = 0; index < count; index++) {
      wasm.prepareMessage();
      const message = this.messageOf(this.rank);
      for (const peer of this.peers) peer.send(message);
      await this.everybody();
      this.peers.forEach((peer, place) => {
        peer.take(this.messageOf(place < this.rank ? place : place + 1));
      });
      wasm.takeStepTogether(index);
    }
  }

  /** Ends the waiting for others that will not answer, now and from now on. */
  fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  close(): void {
    for (const peer of this.peers) peer.close();
  }

  private messageOf(sender: number): Uint8Array {
    const { wasm } = this.engine;
    return new Uint8Array(wasm.memory.buffer, wasm.messageOf(sender), this.bytes);
  }

  private noteArrival(): void {
    if (this.peers.every((peer) => peer.hasMessage)) this.wake();
  }

  /** Resolves once every peer has sent its message of this step. */
  private async everybody(): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.peers.every((peer) => peer.hasMessage)) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    if (this.failure) throw this.failure;
  }
}

/**
 * Steps that several replicas of a network take together, each with the gradient of its own shard
 * of the points. What they tell each other is the gradient as it lies in memory and, behind it, the
 * sum of the shard's losses. All of them add up in the order of their ranks, and so stay alike to
 * the last bit.
 */
import { allocate } from './memory';
import { copyDistance, firstParameter, parameterBytes, pointCount } from './network';
import { accumulateShard, takeStep } from './step';

const LOSS_BYTES: usize = 16;

let rank: i32 = 0;
let replicas: i32 = 1;
let received: usize = 0;

/** Length of a message. */
export function messageBytes(): usize {
  return parameterBytes + LOSS_BYTES;
}

/** Makes room for the messages of the others; `ownRank` counts from 0. */
export function joinReplicas(ownRank: i32, count: i32): void {
  rank = ownRank;
  replicas = count;
  received = allocate(<usize>(count - 1) * messageBytes());
}

/** Where the message of a replica lies, or has to be put; our own is where the gradient is. */
export function messageOf(sender: i32): usize {
  if (sender === rank) return firstParameter + copyDistance;
  const place = sender < rank ? sender : sender - 1;
  return received + <usize>place * messageBytes();
}

/** Writes our own message. */
export function prepareMessage(): void {
  const loss = accumulateShard();
  store<f64>(messageOf(rank) + parameterBytes, loss);
}

function addVectors(x: usize, y: usize, sum: usize): void {
  const end = x + parameterBytes;
  for (; x < end; x += 16) {
    v128.store(sum, f32x4.add(v128.load(x), v128.load(y)));
    y += 16;
    sum += 16;
  }
}

/** Takes the step that all messages together make; `index` is its place in the tables. */
export function takeStepTogether(index: i32): void {
  const gradient = messageOf(rank);
  let sum = messageOf(0);
  let loss = load<f64>(sum + parameterBytes);
  for (let sender = 1; sender < replicas; sender++) {
    const message = messageOf(sender);
    loss += load<f64>(message + parameterBytes);
    const to = sender === replicas - 1 ? gradient : sum;
    addVectors(sum, message, to);
    sum = to;
  }
  takeStep(index, loss / <f64>pointCount);
}

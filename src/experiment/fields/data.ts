/** What the network is trained on, and what is shown to it besides. */
import { type DataName, dataNames, type TaskName } from '../data/index.ts';
import { choice, integer, real, text } from '../field.ts';
import { decodePoints } from '../own-data/index.ts';

export const dataFields = {
  task: choice<TaskName>(['classification', 'rank-recovery', 'autoencoder'], {
    group: 'data',
    effect: 'restart',
  }),
  data: choice<DataName>(dataNames, {
    group: 'data',
    effect: 'restart',
  }),
  points: integer({
    group: 'data',
    effect: 'restart',
    min: 4,
    max: 2000,
    scale: 'log',
  }),
  noise: real({
    group: 'data',
    effect: 'restart',
    min: 0,
    max: 1,
  }),
  trueRank: integer({
    group: 'data',
    effect: 'restart',
    min: 1,
    max: 16,
  }),
  inputDimension: integer({
    group: 'data',
    effect: 'restart',
    min: 1,
    max: 64,
  }),
  outputDimension: integer({
    group: 'data',
    effect: 'restart',
    min: 1,
    max: 64,
  }),
  imageSide: choice(['7', '14', '28'], {
    group: 'data',
    effect: 'restart',
  }),
  dataSeed: integer({
    group: 'data',
    effect: 'restart',
    min: 0,
    max: 999_999,
  }),
  probes: choice(['random', 'grid', 'placed'], {
    group: 'data',
    effect: 'live',
  }),
  probeNoise: real({
    group: 'data',
    effect: 'live',
    min: 0,
    max: 1,
  }),
  ownPoints: text(
    { group: 'data', effect: 'restart' },
    (value) => decodePoints(value) !== undefined,
  ),
};

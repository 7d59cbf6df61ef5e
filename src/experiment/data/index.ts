/**
 * The built-in data: labelled points in the plane, teachers of known rank, curves, and digits,
 * each family seeded and in a file of its own. A family and a seed are all it takes; only the
 * digits read a file, and only when they are asked for.
 */

import { randomStream } from '../random.ts';
import type { Experiment } from '../schema.ts';
import { fourBlobs, threeBlobs } from './blobs.ts';
import { type ClassFamily, sampleClasses } from './class-family.ts';
import {
  type CurveFamily,
  circle,
  line,
  paperCurve,
  sampleCurve,
  sCurve,
  twoArcs,
} from './curves.ts';
import type { DataSet } from './data-set.ts';
import { type DigitFamily, digits, sampleDigits } from './digits.ts';
import { invertedS } from './inverted-s.ts';
import { moons } from './moons.ts';
import { own, ownFamily } from './own.ts';
import { paperS } from './paper-s.ts';
import { pinwheel } from './pinwheel.ts';
import { rings } from './rings.ts';
import { spirals } from './spirals.ts';
import { sampleTeacher, type TeacherFamily, teacher } from './teacher.ts';
import { xor } from './xor.ts';

export { type ClassFamily, sampleClasses } from './class-family.ts';
export { type CurveFamily, sampleCurve } from './curves.ts';
export type {
  ClassData,
  CurveData,
  DataSet,
  DigitData,
  Polyline,
  TeacherData,
} from './data-set.ts';
export { sampleDigits } from './digits.ts';
export { curveDomain, type Domain, domain } from './domain.ts';
export { firstOwnPoints, ownFamily } from './own.ts';
export { randomTeacher, sampleTeacher, type TeacherShape, teacherRank } from './teacher.ts';

export const taskNames = ['classification', 'rank-recovery', 'autoencoder'] as const;
export type TaskName = (typeof taskNames)[number];

/** The data of each task; the first is its default. */
export const dataOfTask = {
  classification: [
    'paper-s',
    'inverted-s',
    'three-blobs',
    'four-blobs',
    'pinwheel',
    'rings',
    'xor',
    'spirals',
    'moons',
    'own',
  ],
  'rank-recovery': ['teacher'],
  autoencoder: ['paper-curve', 'line', 'circle', 's-curve', 'two-arcs', 'digits'],
} as const satisfies Record<TaskName, readonly string[]>;

export type DataName = (typeof dataOfTask)[TaskName][number];
export const dataNames: readonly DataName[] = taskNames.flatMap((task) => dataOfTask[task]);

/** The one task a choice of data belongs to. */
export function taskOfData(data: DataName): TaskName {
  return taskNames.find((task) => dataOfTask[task].some((name) => name === data)) ?? taskNames[0];
}

export type DataFamily = ClassFamily | TeacherFamily | CurveFamily | DigitFamily;

export const dataFamilies = {
  'paper-s': paperS,
  'inverted-s': invertedS,
  'three-blobs': threeBlobs,
  'four-blobs': fourBlobs,
  pinwheel,
  rings,
  xor,
  spirals,
  moons,
  own,
  teacher,
  'paper-curve': paperCurve,
  line,
  circle,
  's-curve': sCurve,
  'two-arcs': twoArcs,
  digits,
} satisfies Record<DataName, DataFamily>;

/** Whether there is anything to train on: own points may all have been taken away. */
export function hasData({ data, points }: Pick<Experiment, 'data' | 'points'>): boolean {
  return data !== 'own' || points > 0;
}

/**
 * Draws the data an experiment is about; the same experiment gives the same data everywhere.
 * @throws Error where the digits cannot be read
 */
export async function sampleData(experiment: Experiment): Promise<DataSet> {
  const { data: name, points, noise } = experiment;
  const family: DataFamily = name === 'own' ? ownFamily(experiment.ownPoints) : dataFamilies[name];
  const random = randomStream(experiment.dataSeed, `data/${name}`);
  switch (family.kind) {
    case 'classes':
      return sampleClasses(family, points, noise, random);
    case 'teacher':
      return sampleTeacher(experiment, points, noise, random);
    case 'curve':
      return sampleCurve(family, points, noise, random);
    case 'digits':
      return sampleDigits(points, Number(experiment.imageSide), random);
  }
}

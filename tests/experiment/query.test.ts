import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choices,
  completeExperiment,
  encodePoints,
  fieldNames,
  fieldOf,
  formatQuery,
  helpOf,
  type ParsedQuery,
  parseQuery,
  titleOf,
  withOtherChoices,
} from '../../src/experiment/index.ts';
import { say } from '../../src/messages/say.ts';
import { anyPoints } from './own-data/arbitrary-points.ts';

/** Any choices the schema allows. */
const anyChoices: fc.Arbitrary<Choices> = fc.record(
  Object.fromEntries(
    fieldNames.map((name) => {
      const field = fieldOf(name);
      if (field.kind === 'choice') return [name, fc.constantFrom(...field.names)];
      if (field.kind === 'text') return [name, anyPoints(12).map(encodePoints)];
      return [
        name,
        field.integer
          ? fc.integer({ min: field.min, max: field.max })
          : fc.double({ min: field.min, max: field.max, noNaN: true }),
      ];
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Choices>;

describe('the query of a link', () => {
  it('describes the same experiment after a round trip, whatever was chosen', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const { choices: read, notices } = parseQuery(formatQuery(choices));
        expect(notices).toEqual([]);
        expect(completeExperiment(read)).toEqual(completeExperiment(choices));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('leaves out what is the default anyway', () => {
    expect(formatQuery({})).toBe('');
    expect(formatQuery({ depth: completeExperiment({}).depth })).toBe('');
    expect(formatQuery({ depth: 20 })).toBe('depth=20');
  });

  it('reads numbers in scientific notation', () => {
    expect(parseQuery('?lambda=1e-3').choices).toEqual({ lambda: 1e-3 });
  });

  it('names a field that is unknown and goes on with the rest', () => {
    const { choices, notices } = parseQuery('depht=3&width=20');
    expect(choices).toEqual({ width: 20 });
    expect(notices.map(({ parameter }) => parameter)).toEqual(['depht']);
    expect(say(notices[0].message)).toContain('depht');
  });

  it.each([
    ['depth=0', 'depth'],
    ['depth=49', 'depth'],
    ['depth=2.5', 'depth'],
    ['depth=deep', 'depth'],
    ['depth=', 'depth'],
    ['lambda=-1', 'lambda'],
    ['lambda=Infinity', 'lambda'],
    ['data=mnist', 'data'],
    ['schedule=warm', 'schedule'],
    ['ownPoints=nonsense', 'ownPoints'],
  ])('falls back to the default for “%s” and says so', (query, parameter) => {
    const { choices, notices } = parseQuery(query);
    expect(choices).toEqual({});
    expect(notices).toHaveLength(1);
    expect(notices[0].parameter).toBe(parameter);
  });

  it.each(['', 'data=own&'])(
    'leaves out points that are none, after “%s”, and says no more',
    (data) => {
      const [{ message }] = parseQuery(`${data}ownPoints=@@`).notices;
      expect(say(message)).toBe('“ownPoints=@@” is no set of points; it was left out.');
    },
  );

  it('names in its notices what is taken, also after other choices have changed', () => {
    const read = parseQuery('depth=abc&amplitude=-1&depht=3');
    const words = ({ notices }: ParsedQuery) => notices.map(({ message }) => say(message));
    expect(words(read)[1]).toBe('“depth=abc” is not a number; Depth L is 9 instead.');
    const shallow = withOtherChoices(read, { depth: 2 });
    expect(shallow.choices).toEqual({ depth: 2 });
    expect(words(shallow)[0]).toBe(words(read)[0]);
    expect(words(shallow)[1]).toBe('“depth=abc” is not a number; Depth L is 2 instead.');
    expect(words(read)[2]).toContain(`is ${completeExperiment({ depth: 9 }).amplitude} instead`);
    expect(words(shallow)[2]).toContain(`is ${completeExperiment({ depth: 2 }).amplitude} instead`);
  });

  it('leaves own points out while other data are looked at', () => {
    const ownPoints = '1AAAQAAAAAAAA';
    expect(formatQuery({ data: 'rings', ownPoints })).toBe('data=rings');
  });

  it('asks for no more points than there are, and says so', () => {
    const { choices, notices } = parseQuery('data=digits&points=2000');
    expect(choices).toEqual({ data: 'digits', points: 800 });
    expect(notices.map(({ parameter }) => parameter)).toEqual(['points']);
    expect(say(notices[0].message)).toContain('above 800');
    expect(completeExperiment({ data: 'digits', points: 2000 }).points).toBe(800);
    expect(formatQuery({ data: 'digits', points: 2000 })).toBe('data=digits&points=800');
    expect(parseQuery('data=rings&points=2000').notices).toEqual([]);
    // Data of a fixed number have always taken whatever was asked for without a word.
    expect(parseQuery('data=paper-s&points=2000').notices).toEqual([]);
  });

  it('takes the last of two values', () => {
    expect(parseQuery('depth=3&depth=5').choices).toEqual({ depth: 5 });
  });

  it('never fails, whatever stands in the address bar', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { choices } = parseQuery(text);
        expect(completeExperiment(choices).depth).toBeGreaterThan(0);
      }),
      { seed: 2 },
    );
  });
});

describe('the schema', () => {
  it('gives every field a title, one line of help and a default within its range', () => {
    const experiment = completeExperiment({});
    for (const name of fieldNames) {
      const field = fieldOf(name);
      expect(say(titleOf(name)).length).toBeGreaterThan(0);
      expect(say(helpOf(name)).length).toBeGreaterThan(10);
      expect(say(helpOf(name))).not.toContain('\n');
      if (field.kind === 'number') {
        expect(Number(experiment[name])).toBeGreaterThanOrEqual(field.min);
        expect(Number(experiment[name])).toBeLessThanOrEqual(field.max);
      } else if (field.kind === 'choice') {
        expect(field.names).toContain(experiment[name]);
      }
    }
  });
});

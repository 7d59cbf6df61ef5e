import { describe, expect, it } from 'vitest';
import { settingsTable } from '../../../src/cli/reproduction/settings-table.ts';
import { completeExperiment, parseQuery } from '../../../src/experiment/index.ts';

const rowOf = (query: string) =>
  settingsTable([completeExperiment(parseQuery(query).choices)]).split('\n')[2];

describe('the table of settings', () => {
  it('says how a deep classifier is started and held back', () => {
    expect(rowOf('data=paper-s&depth=9&lambda=1e-3&ridge=undivided')).toBe(
      '| 9 | 50 | 39 | 0.001 ‖θ‖² (λ, not divided by L) | He normal times a^(1/L), a = 0.0003 | 0.3 of it to a loss of 0.4, then up in 500 steps | 0.1 | 0.001, a tenth of it in the last fifth | 8000 | cheapest of 4 after 600 steps |',
    );
  });

  it('says that a start from plain weights is on its own, under the whole penalty', () => {
    const row = rowOf('data=paper-s&depth=9&lambda=1e-3&init=uniform&warmUp=1');
    expect(row).toContain('| uniform, ±1/√fan-in | in full | none |');
    expect(row).toMatch(/\| one \|$/);
  });

  it('knows that without a penalty there is nothing to choose a start by', () => {
    expect(rowOf('data=paper-s&depth=9&lambda=0')).toMatch(/\| in full \|.*\| one \|$/);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDiagnostics } from '../core/diagnostics/to-diagnostics';
import { parsePersisted, persistedSchema } from '../core/model/persisted';
import { createInitialState } from '../core/state/app-state';
import { valuesLike } from './mutate-value';
import { samplesOf } from './samples-of';

const MARKER = 'mArKeR';
const facts = {
  app: {},
  system: {},
  processes: [],
  log: [],
  recipeIds: ['website'],
  nowMs: 10_000,
  startedAtMs: 0,
  random: () => 0.5,
};

describe('what a person can send', () => {
  it('W223 whatever is kept, no text of it is in it', () => {
    fc.assert(
      fc.property(valuesLike(samplesOf(persistedSchema)), (kept) => {
        const parsed = parsePersisted(kept);
        if (!parsed.ok) return;
        const { persisted } = parsed;
        const services = persisted.services.map((one) => ({
          ...one,
          name: `${MARKER}${one.name}`,
          url: `https://${MARKER}.example/`,
          ownNames: [MARKER],
          recipeId: `${MARKER}-x`,
        }));
        const state = createInitialState({
          ...persisted,
          services,
          settings: { ...persisted.settings, downloads: { kind: 'folder', folder: `/home/${MARKER}` } },
        });
        expect(JSON.stringify(toDiagnostics(state, facts)).includes(MARKER)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

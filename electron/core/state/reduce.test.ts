import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyPersisted, parsePersisted } from '../model/persisted';
import { PROMPTS_PER_SERVICE_MAX } from '../model/prompt';
import { DIRECT_MAX } from '../model/unread';
import { createInitialState, type AppState } from './app-state';
import { NOTICES_MAX } from './change';
import { reduce } from './reduce';
import { LIVE_PER_SERVICE_MAX } from './reduce-notifications';
import { isApart, selectShowable } from './select-own-windows';
import { selectActiveService, selectTotalUnread } from './selectors';
import { expectSoundWorkspaces } from './workspace-actions.test-support';
import { actionList } from './action-list.test-support';

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map((one) => one.id);
const expectUnique = (ids: readonly string[]): void => expect(new Set(ids).size).toBe(ids.length);

function expectSound(state: AppState): AppState {
  const { persisted, session } = state;
  const ids = idsOf(persisted.services);
  const enabled = persisted.services.filter((one) => one.enabled).map((one) => one.id);
  expectUnique(ids); // S2
  expect(Object.keys(session.services).toSorted()).toEqual(ids.toSorted()); // S2
  expect(persisted.activeServiceId === null).toBe(ids.length === 0); // S3
  expect(selectActiveService(state)?.id ?? null).toBe(persisted.activeServiceId); // S3
  expectSoundWorkspaces(state); // O4 O5 O7
  if (isApart(state, persisted.activeServiceId)) expect(selectShowable(state)).toEqual([]); // V81
  const reported = Object.values(session.services).flatMap(({ reports }) => Object.values(reports));
  for (const { direct } of [selectTotalUnread(state), ...reported.map((one) => one.unread)]) {
    const isCount = Number.isInteger(direct) && Number(direct) >= 0 && Number(direct) <= DIRECT_MAX;
    expect(isCount || direct === 'unknown').toBe(true); // U1 U6
  }
  expectUnique(idsOf(session.notices)); // S4
  expect(session.notices.length).toBeLessThanOrEqual(NOTICES_MAX); // S4
  expectUnique(idsOf(session.prompts)); // S5
  expectUnique(idsOf(session.notifications)); // S6
  expectUnique(session.removed.map((one) => one.service.id)); // S9
  for (const one of [...session.prompts, ...session.notifications]) expect(enabled).toContain(one.serviceId);
  for (const id of ids) {
    const of = (all: readonly { readonly serviceId: string }[]) =>
      all.filter((one) => one.serviceId === id).length;
    expect(of(session.prompts)).toBeLessThanOrEqual(PROMPTS_PER_SERVICE_MAX); // S5
    expect(of(session.notifications)).toBeLessThanOrEqual(LIVE_PER_SERVICE_MAX); // S6
  }
  return state;
}

const start = createInitialState(emptyPersisted);

it('S1 grows the revision by one exactly when something changed, and never throws', () => {
  fc.assert(
    fc.property(actionList, (actions) => {
      let state = start;
      for (const one of actions) {
        const next = reduce(state, one);
        if (next !== state) {
          expect(next.revision, one.kind).toBe(state.revision + 1);
          expect({ ...next, revision: 0 }, one.kind).not.toEqual({ ...state, revision: 0 });
        }
        state = next;
      }
    }),
    { numRuns: 150 },
  );
});

it('O4 O5 O7 S2 S3 S4 S5 S6 S9 U1 U6 V81 keeps every state sound', () => {
  fc.assert(
    fc.property(actionList, (actions) => {
      actions.reduce((state, one) => expectSound(reduce(state, one)), start);
    }),
    { numRuns: 150 },
  );
});

it('S7 keeps only what can be read back', () => {
  fc.assert(
    fc.property(actionList, (actions) => {
      const { persisted } = actions.reduce(reduce, start);
      expect(parsePersisted(JSON.parse(JSON.stringify(persisted)))).toEqual({ ok: true, persisted });
    }),
    { numRuns: 150 },
  );
});

import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { AppState } from './app-state';
import { selectServicesInOrder } from './select-workspace';

const workspaceId = fc.constantFrom('w1', 'w2', 'w3');
const serviceIds = fc.array(fc.constantFrom('s1', 's2', 's3', 's4', 's9'), { maxLength: 6 });
const name = fc.constantFrom('Work', 'Home', ' ', '');

/** What is done with workspaces, for properties of the state. */
export const workspaceActions = {
  'workspace-added': fc.record({
    workspace: fc.record({ id: workspaceId, name, serviceIds, staysQuiet: fc.boolean() }),
  }),
  'workspace-renamed': fc.record({ workspaceId, name }),
  'workspace-removed': fc.record({ workspaceId }),
  'workspace-moved': fc.record({ workspaceId, toIndex: fc.double() }),
  'workspace-services-set': fc.record({ workspaceId, serviceIds }),
  'workspace-quiet-set': fc.record({ workspaceId, staysQuiet: fc.boolean() }),
  'workspace-activated': fc.record({ workspaceId: fc.oneof(workspaceId, fc.constant(null)) }),
} as const;

/** O4 O5 O7 */
export function expectSoundWorkspaces(state: AppState): void {
  const { services, workspaces, activeServiceId, activeWorkspaceId } = state.persisted;
  const known = new Set(
    [...services, ...state.session.removed.map((one) => one.service)].map(({ id }) => id),
  );
  expect(new Set(workspaces.map(({ id }) => id)).size).toBe(workspaces.length);
  for (const workspace of workspaces) {
    expect(new Set(workspace.serviceIds).size).toBe(workspace.serviceIds.length);
    expect(workspace.name.trim()).not.toBe('');
    expect(workspace.serviceIds.filter((id) => !known.has(id))).toEqual([]);
  }
  if (activeWorkspaceId === null) return;
  expect(workspaces.map(({ id }) => id)).toContain(activeWorkspaceId);
  expect(selectServicesInOrder(state).map(({ id }) => id)).toContain(activeServiceId);
}

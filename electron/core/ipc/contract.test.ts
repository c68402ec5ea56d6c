import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../model/settings';
import { contract, type CommandName } from './contract';

const names = Object.keys(contract) as CommandName[];
const takes = (name: CommandName, input: unknown): boolean => contract[name].input.safeParse(input).success;

describe('the contract', () => {
  it.each<[CommandName, unknown]>([
    ['app.connect', undefined],
    ['service.activate', { serviceId: 'a1' }],
    ['service.add', { recipeId: 'zulip', address: 'chat.example.org', name: '' }],
    ['service.move', { serviceId: 'a1', toIndex: 0 }],
    ['service.set-icon', { serviceId: 'a1', icon: { kind: 'site' } }],
    ['permission.answer', { promptId: 'q1', answer: 'deny-once' }],
    ['permission.revoke', { serviceId: 'a1', origin: 'https://a.example.org', permission: 'camera' }],
    ['login.answer', { promptId: 'q1', credentials: null }],
    ['login.answer', { promptId: 'q1', credentials: { username: 'mira', password: '' } }],
    ['settings.change', {}],
    ['settings.change', defaultSettings],
    ['settings.change', { busyPerHour: null }],
    ['page.show', { page: 'add-service' }],
    ['workspace.activate', { workspaceId: null }],
    ['workspace.add', { name: 'Work', serviceIds: ['a1'], staysQuiet: true }],
    ['workspace.change', { workspaceId: 'w1', serviceIds: [] }],
  ])('S17 %s takes %j', (name, input) => {
    expect(takes(name, input)).toBe(true);
  });

  it.each<[CommandName, unknown]>([
    ['app.quit', {}],
    ['app.connect', null],
    ['service.activate', undefined],
    ['service.activate', 'a1'],
    ['service.activate', { serviceId: '../etc' }],
    ['service.activate', { serviceId: '' }],
    ['service.add', { recipeId: 'zulip', address: 'x'.repeat(4097), name: '' }],
    ['service.rename', { serviceId: 'a1', name: 7 }],
    ['service.rename', { serviceId: 'a1', name: 'x'.repeat(201) }],
    ['service.move', { serviceId: 'a1', toIndex: -1 }],
    ['service.move', { serviceId: 'a1', toIndex: 1.5 }],
    ['service.move', { serviceId: 'a1', toIndex: NaN }],
    ['service.move', { serviceId: 'a1', toIndex: 1e308 }],
    ['service.set-icon', { serviceId: 'a1', icon: { kind: 'chosen', dataUrl: 'https://example.org/x.png' } }],
    ['service.set-enabled', { serviceId: 'a1', enabled: 'yes' }],
    ['permission.answer', { promptId: 'q1', answer: 'always' }],
    ['permission.revoke', { serviceId: 'a1', origin: 'https://a', permission: 'root' }],
    ['login.answer', { promptId: 'q1', credentials: { username: 'mira' } }],
    ['settings.change', { theme: 'pink' }],
    ['settings.change', { downloads: { kind: 'folder', folder: '' } }],
    ['page.show', { page: 'devtools' }],
    ['workspace.activate', {}],
    ['workspace.add', { name: 'x'.repeat(81), serviceIds: [], staysQuiet: true }],
    ['workspace.change', { workspaceId: 'W 1' }],
    ['workspace.move', { workspaceId: 'w1', toIndex: -1 }],
  ])('S17 %s refuses %j', (name, input) => {
    expect(takes(name, input)).toBe(false);
  });

  it('S17 hands on nothing that it does not know', () => {
    const parsed = contract['service.activate'].input.safeParse({
      serviceId: 'a1',
      url: 'file:///etc/passwd',
    });
    expect(parsed).toEqual({ success: true, data: { serviceId: 'a1' } });
  });

  it('S17 answers any input of any command without throwing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.anything({ withBigInt: true, withMap: true }),
        (name, input) => {
          expect(typeof takes(name, input)).toBe('boolean');
        },
      ),
    );
  });
});

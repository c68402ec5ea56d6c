import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PermissionGrant } from '../model/service';
import { decidePermission } from './decide-permission';

const grant = (
  permission: PermissionGrant['permission'],
  decision: 'allow' | 'deny',
  origin = 'https://chat.test',
): PermissionGrant => ({
  origin,
  permission,
  decision,
  decidedAtMs: 1,
});
const decide = (
  name: string,
  url = 'https://chat.test/room',
  permissions: readonly PermissionGrant[] = [],
  mediaTypes: readonly ('audio' | 'video')[] = [],
) => decidePermission({ url: 'https://chat.test/', permissions }, { hosts: [] }, { name, url, mediaTypes });

/** Every name that Electron's own types know. */
function namesOfElectron(): readonly string[] {
  const types = readFileSync(
    join(import.meta.dirname, '../../../node_modules/electron/electron.d.ts'),
    'utf8',
  );
  const signature = /setPermissionRequestHandler\(handler: .*? permission: (.*?), callback:/.exec(types)?.[1];
  return [...(signature ?? '').matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
}

describe('decidePermission', () => {
  it('W10 of all that Electron knows nothing is granted unasked but this, and nothing asked for but that', () => {
    const all = namesOfElectron();
    expect(all.length).toBeGreaterThan(40);
    const by = (kind: string) => all.filter((name) => decide(name).kind === kind).toSorted();
    expect(by('allow')).toEqual([
      'background-sync',
      'clipboard-sanitized-write',
      'fullscreen',
      'mediaKeySystem',
      'notifications',
      'persistent-storage',
    ]);
    expect(by('ask')).toEqual([
      'clipboard-read',
      'geolocation',
      'idle-detection',
      'keyboardLock',
      'midi',
      'midiSysex',
      'pointerLock',
      'speaker-selection',
      'storage-access',
      'top-level-storage-access',
      'window-management',
    ]);
    for (const name of all) expect(decide(name, 'https://ads.test/').kind, name).not.toBe('allow');
  });

  it('W11 lets the service notify, and nobody else in its page', () => {
    expect(decide('notifications')).toEqual({ kind: 'allow', reason: 'own-notifications' });
    expect(decide('notifications', 'https://ads.test/')).toEqual({ kind: 'deny', reason: 'foreign-frame' });
  });

  it.each([
    'openExternal',
    'hid',
    'usb',
    'serial',
    'fileSystem',
    'display-capture',
    'local-network',
    'local-network-access',
    'loopback-network',
    'made-up',
    'constructor',
  ])('W10 never grants %s', (name) => {
    expect(decide(name)).toEqual({ kind: 'deny', reason: 'never' });
  });

  it('W12 asks for what can harm, by what is wanted', () => {
    expect(decide('media', undefined, [], ['video'])).toEqual({ kind: 'ask', permission: 'camera' });
    expect(decide('media', undefined, [], ['audio'])).toEqual({ kind: 'ask', permission: 'microphone' });
    expect(decide('media', undefined, [], ['audio', 'video'])).toEqual({
      kind: 'ask',
      permission: 'camera-and-microphone',
    });
    expect(decide('geolocation')).toEqual({ kind: 'ask', permission: 'geolocation' });
  });

  it('W12 remembers by origin', () => {
    expect(decide('geolocation', undefined, [grant('geolocation', 'deny')])).toEqual({
      kind: 'deny',
      reason: 'remembered',
    });
    expect(decide('geolocation', undefined, [grant('geolocation', 'allow', 'https://other.test')]).kind).toBe(
      'ask',
    );
  });

  it.each([
    ['pointerLock', 'pointer-lock'],
    ['keyboardLock', 'keyboard-lock'],
  ] as const)('W16 asks for %s each time, and keeps a no', (name, permission) => {
    expect(decide(name)).toEqual({ kind: 'ask', permission });
    expect(decide(name, undefined, [grant(permission, 'allow')])).toEqual({ kind: 'ask', permission });
    expect(decide(name, undefined, [grant(permission, 'deny')]).kind).toBe('deny');
  });

  it('W12 takes both together for each alone, and each alone for both', () => {
    expect(decide('media', undefined, [grant('camera-and-microphone', 'allow')], ['video']).kind).toBe(
      'allow',
    );
    expect(decide('media', undefined, [grant('camera', 'allow')], ['audio', 'video']).kind).toBe('ask');
    expect(
      decide('media', undefined, [grant('camera', 'allow'), grant('microphone', 'allow')], ['audio', 'video'])
        .kind,
    ).toBe('allow');
  });

  it.each(['about:blank', 'data:text/html,x', 'file:///x', ''])(
    'W10 denies a frame without an origin of its own: %s',
    (url) => {
      expect(decide('geolocation', url)).toEqual({ kind: 'deny', reason: 'not-secure' });
    },
  );
});

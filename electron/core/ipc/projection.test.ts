import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Action } from '../state/actions';
import { reduce } from '../state/reduce';
import { toProjection } from './projection';

const png = (tail: string): string => `data:image/png;base64,${'A'.repeat(500)}${tail}`;
const service = aService('a', {
  permissions: [{ origin: 'https://a.test', permission: 'camera', decision: 'allow', decidedAtMs: 1 }],
});
const start = aState([service]);
const project = (...actions: Action[]) =>
  toProjection(actions.reduce(reduce, start), { platform: 'linux', listenable: [], isSafeMode: false });
const iconUrl = (...actions: Action[]): string | undefined => project(...actions).services[0]?.iconUrl;
const chosen = (dataUrl: string): Action => ({
  kind: 'service-icon-chosen',
  serviceId: 'a',
  icon: { kind: 'chosen', dataUrl },
});
const site: Action = { kind: 'service-icon-chosen', serviceId: 'a', icon: { kind: 'site' } };
const siteChanged: Action = { kind: 'site-icon-changed', serviceId: 'a' };

describe('what the shell window knows', () => {
  it('S16 is plain data', () => {
    const projection = project(
      { kind: 'view-loaded', serviceId: 'a' },
      { kind: 'title-changed', serviceId: 'a', title: '(3) General' },
      { kind: 'notice-shown', notice: { kind: 'link-refused', id: 'l', scheme: 'tel' } },
    );
    expect(structuredClone(projection)).toEqual(projection);
    expect(JSON.parse(JSON.stringify(projection))).toMatchObject({
      revision: 3,
      activeServiceId: 'a',
      page: 'service',
      platform: 'linux',
      notices: [{ id: 'l' }],
      services: [
        { id: 'a', title: '(3) General', unread: { direct: 3, indirect: false }, load: { kind: 'ready' } },
      ],
    });
  });

  it('R42 tells which storage those use that can come back, and nothing else of them', () => {
    expect(project().removed).toEqual([]);
    expect(project({ kind: 'service-removed', serviceId: 'a' }).removed).toEqual([
      { id: 'a', name: service.name, storageId: 'a', ownStorageId: 'a' },
    ]);
  });

  it('S16 holds no picture, only where to get it', () => {
    const projection = project(chosen(png('aaaa')));
    expect(JSON.stringify(projection)).not.toMatch(/A{100}/);
    expect(projection.services[0]).toMatchObject({ iconKind: 'chosen' });
  });

  it('S16 names another address for another picture, also one of the same size', () => {
    expect(iconUrl()).toBeUndefined();
    expect(iconUrl(site)).toBeUndefined();
    expect(iconUrl(siteChanged)).toBeUndefined();
    const urls = [
      iconUrl(site, siteChanged),
      iconUrl(site, siteChanged, siteChanged),
      iconUrl(chosen(png('aaaa'))),
      iconUrl(chosen(png('bbbb'))),
      iconUrl(chosen(png('+/=='))),
    ];
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) {
      expect(url).toMatch(/^app:\/\/foyer\/service-icon\/a\?v=[\w%.-]+$/);
      expect(new URL(url ?? '').pathname).toBe('/service-icon/a');
    }
  });

  it('Z60 Z61 tells of sleep what is to be seen: since when counts are, what keeps a page, what it takes', () => {
    const seen = (...actions: Action[]) => project(...actions).services[0];
    const asleep = { kind: 'view-closed', serviceId: 'a', asleepAtMs: 5 } as const;
    const looked = { kind: 'wake-requested', serviceId: 'a', why: 'check', nowMs: 9 } as const;
    expect(seen(asleep)).toMatchObject({ countsFromMs: 5, isLookedAt: false });
    expect(seen(asleep, looked)).toMatchObject({ countsFromMs: 5, isLookedAt: true });
    expect(seen(asleep, looked, { kind: 'service-seen', serviceId: 'a' })).toMatchObject({
      countsFromMs: undefined,
      isLookedAt: false,
    });
    const calling = { kind: 'capture-changed', serviceId: 'a', capturing: true } as const;
    const draft = { kind: 'busy-changed', serviceId: 'a', reason: 'draft', isOn: true } as const;
    expect(seen(draft, calling)?.busy).toEqual(['call', 'draft']);
    const sampled = { kind: 'resources-sampled', nowMs: 1, isPressed: false, isOnBattery: false } as const;
    const looking = { ...sampled, bytesByService: { a: 5 }, machineBytes: 9 };
    expect(project(looking)).toMatchObject({ machineBytes: 9, services: [{ memoryBytes: 5 }] });
    expect(seen(looking, asleep)?.memoryBytes).toBeUndefined();
  });

  it('S16 says nothing unread of a service switched off', () => {
    const off = project(
      { kind: 'title-changed', serviceId: 'a', title: '(3) General' },
      { kind: 'service-enabled-set', serviceId: 'a', enabled: false },
    );
    expect(off.services[0]?.unread).toEqual({ direct: 'unknown', indirect: false });
  });
});

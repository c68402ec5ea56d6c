import { describe, expect, it } from 'vitest';
import { emptyPersisted } from '../model/persisted';
import type { Service } from '../model/service';
import type { Action } from '../state/actions';
import { createInitialState } from '../state/app-state';
import { reduce } from '../state/reduce';
import { toProjection } from './projection';

const png = (tail: string): string => `data:image/png;base64,${'A'.repeat(500)}${tail}`;
const service: Service = {
  id: 'a',
  recipeId: 'zulip',
  name: 'Work',
  url: 'https://a.example.org/',
  icon: { kind: 'recipe' },
  enabled: true,
  notify: true,
  countInTotal: true,
  permissions: [{ origin: 'https://a.example.org', permission: 'camera', decision: 'allow', decidedAtMs: 1 }],
  addedAtMs: 0,
};
const start = createInitialState({ ...emptyPersisted, services: [service], activeServiceId: 'a' });
const project = (...actions: Action[]) => toProjection(actions.reduce(reduce, start), 'linux');
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

  it('S16 holds no picture, only where to get it', () => {
    const projection = project(chosen(png('aaaa')));
    expect(JSON.stringify(projection).length).toBeLessThan(1500);
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

  it('S16 says nothing unread of a service switched off', () => {
    const off = project(
      { kind: 'title-changed', serviceId: 'a', title: '(3) General' },
      { kind: 'service-enabled-set', serviceId: 'a', enabled: false },
    );
    expect(off.services[0]?.unread).toEqual({ direct: 'unknown', indirect: false });
  });
});

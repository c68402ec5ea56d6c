import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Action } from '../state/actions';
import { reduce } from '../state/reduce';
import { decideWindowTitle } from './decide-window-title';

const chat = aService('a', { name: 'Team chat' });
const translate = (key: string, values?: object): string =>
  [key, ...Object.values(values ?? {}).map(String)].join(' ');
const unread = (direct: number, indirect: boolean): Action => ({
  kind: 'unread-reported',
  serviceId: 'a',
  source: 'badge',
  unread: { direct, indirect },
});

describe('decideWindowTitle', () => {
  it.each<[string, readonly Action[]]>([
    ['Team chat — Foyer', []],
    ['(3) Team chat — Foyer', [unread(3, true)]],
    ['(•) Team chat — Foyer', [unread(0, true)]],
    ['Foyer', [{ kind: 'page-shown', page: 'settings' }]],
    ['(3) Foyer', [unread(3, false), { kind: 'page-shown', page: 'add-service' }]],
  ])('D4 %s', (title, actions) => {
    const initial = aState([chat]);
    expect(decideWindowTitle(actions.reduce(reduce, initial), translate)).toBe(title);
  });

  it('D4 is the name alone without services', () => {
    expect(decideWindowTitle(aState(), translate)).toBe('Foyer');
  });

  it('V38 begins with who sees the screen, on whichever page one is', () => {
    const share = { id: 's', kind: 'screen', name: 'Screen 1' } as const;
    const begun: Action = { kind: 'share-begun', serviceId: 'a', share };
    const shown: Action = { kind: 'page-shown', page: 'settings' };
    expect(decideWindowTitle([begun, shown].reduce(reduce, aState([chat])), translate)).toBe(
      'share.windowTitle Team chat Foyer',
    );
    const ended: Action = { kind: 'share-ended', serviceId: 'a', shareId: 's' };
    expect(decideWindowTitle([begun, ended].reduce(reduce, aState([chat])), translate)).toBe(
      'Team chat — Foyer',
    );
  });
});

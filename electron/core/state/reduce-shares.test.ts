import { describe, expect, it } from 'vitest';
import { commandById } from '../commands/command-list';
import { decideTray } from '../decide/decide-tray';
import { aService, aState } from '../fixtures.test-support';
import { toProjection } from '../ipc/projection';
import type { Action } from './actions';
import { reduce } from './reduce';
import { selectBusy } from './select-sleep';
import { isInCall, selectServiceSession } from './selectors';

const screen = { id: 'h1', kind: 'screen', name: 'Screen 1' } as const;
const window = { id: 'h2', kind: 'window', name: 'Notes' } as const;
const begun = (share: typeof screen | typeof window, serviceId = 'a'): Action => ({
  kind: 'share-begun',
  serviceId,
  share,
});
const after = (...actions: readonly Action[]) =>
  actions.reduce(reduce, aState([aService('a', { name: 'Call' }), aService('b', { name: 'Talk' })]));
const sharesOf = (state: ReturnType<typeof after>) =>
  selectServiceSession(state, 'a').shares.map(({ id }) => id);
const translate = (key: string, values?: object): string =>
  [key, ...Object.values(values ?? {}).map(String)].join(' ');

describe('what services see of the screen', () => {
  it('V37 counts each by itself until it ends, whatever becomes of the view’s document', () => {
    const both = after(begun(screen), begun(window), begun(window));
    expect(sharesOf(both)).toEqual(['h1', 'h2']);
    expect(sharesOf(reduce(both, { kind: 'view-document-replaced', serviceId: 'a' }))).toEqual(['h1', 'h2']);
    expect(sharesOf(reduce(both, { kind: 'share-ended', serviceId: 'a', shareId: 'h1' }))).toEqual(['h2']);
    expect(reduce(both, { kind: 'share-ended', serviceId: 'a', shareId: 'gone' })).toBe(both);
    expect(reduce(both, { kind: 'share-stop-requested', serviceId: 'a' })).toBe(both);
  });

  it('V39 is a call', () => {
    const sharing = after(begun(screen));
    expect(isInCall(sharing, 'a')).toBe(true);
    expect(isInCall(sharing, 'b')).toBe(false);
    expect(selectBusy(sharing, 'a')).toEqual(['call']);
  });

  it('V38 is told to the window, and nothing of it while it is locked', () => {
    const facts = { platform: 'linux', listenable: [], isSafeMode: false } as const;
    const sharing = after(begun(window), {
      kind: 'capture-changed',
      serviceId: 'a',
      capturing: true,
      camera: true,
      microphone: true,
    });
    expect(toProjection(sharing, facts).services[0]).toMatchObject({
      shares: [window],
      camera: true,
      microphone: true,
    });
    const ended = reduce(sharing, { kind: 'view-document-replaced', serviceId: 'a' });
    expect(toProjection(ended, facts).services[0]).toMatchObject({ camera: false, microphone: false });
    const locked = { ...sharing, session: { ...sharing.session, lock: { kind: 'locked' } as never } };
    expect(toProjection(locked, facts).services).toEqual([]);
  });

  it('V38 V40 is said in the tray, which ends it for each service', () => {
    const tray = decideTray(after(begun(screen), begun(window, 'b')), translate, 'linux');
    expect(tray.tooltip).toBe('tray.tooltipSharing tray.tooltipNone Call');
    expect(tray.isShared).toBe(true);
    expect(decideTray(after(), translate, 'linux').isShared).toBe(false);
    expect(tray.menu.slice(0, 3)).toEqual([
      {
        kind: 'action',
        label: 'tray.shareStop Call',
        action: { kind: 'share-stop-requested', serviceId: 'a' },
      },
      {
        kind: 'action',
        label: 'tray.shareStop Talk',
        action: { kind: 'share-stop-requested', serviceId: 'b' },
      },
      { kind: 'separator' },
    ]);
  });

  it('V40 one command ends all there is; where there is nothing its key is the page’s', () => {
    const stop = commandById('share.stop');
    expect(stop?.toAction(after())).toBeUndefined();
    expect(stop?.toAction(after(begun(screen)))).toEqual({ kind: 'share-stop-requested', serviceId: null });
  });
});

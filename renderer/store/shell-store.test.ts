import { describe, expect, it } from 'vitest';
import { aProjection, aService } from '../../e2e/support/shell-fixtures';
import { createShellStore, selectOverlayOpen, withProjection, type ShellState } from './shell-store';

const empty = createShellStore().getState();
const failed = aService('a', {
  attempt: 2,
  load: {
    kind: 'failed',
    failure: { kind: 'timeout', code: 'ERR_TIMED_OUT', host: 'chat.example.org' },
    attempt: 2,
    retryAtMs: 9,
  },
});
const trying = aService('a', { attempt: 2, load: { kind: 'loading' } });

describe('withProjection', () => {
  it('H5 takes the newer and leaves the older', () => {
    const newer = withProjection(empty, aProjection({ revision: 7, online: false }));
    const after = withProjection(newer, aProjection({ revision: 6, online: true }));
    expect(after).toBe(newer);
    expect(withProjection(newer, aProjection({ revision: 8 })).projection?.online).toBe(true);
  });

  it('V4 keeps why a service was not there while it tries again, and forgets it when it is up', () => {
    const down = withProjection(empty, aProjection({ services: [failed] }));
    const again = withProjection(down, aProjection({ revision: 2, services: [trying] }));
    expect(again.failures['a']).toEqual(failed.load);
    const up = withProjection(again, aProjection({ revision: 3, services: [aService('a')] }));
    expect(up.failures).toEqual({});
  });

  it('H6 closes the menu and the dialog of a service that is gone, and no others', () => {
    const anchor = { x: 0, y: 0, width: 0, height: 0 };
    const open: ShellState = {
      ...empty,
      menu: { kind: 'service', serviceId: 'a', from: 'bar', anchor, byKeyboard: true },
      dialog: { kind: 'rename', serviceId: 'b' },
    };
    const both = withProjection(open, aProjection({ services: [aService('a'), aService('b')] }));
    expect([both.menu, both.dialog]).toEqual([open.menu, open.dialog]);
    const one = withProjection(open, aProjection({ services: [aService('b')] }));
    expect([one.menu, one.dialog]).toEqual([undefined, open.dialog]);
    const none = withProjection(open, aProjection({ services: [] }));
    expect([none.menu, none.dialog]).toEqual([undefined, undefined]);
  });
});

describe('selectOverlayOpen', () => {
  it('H6 is true for a menu, a dialog or a drag, and for nothing else', () => {
    expect(selectOverlayOpen(empty)).toBe(false);
    expect(selectOverlayOpen({ ...empty, dragging: true })).toBe(true);
    expect(selectOverlayOpen({ ...empty, dialog: { kind: 'rename', serviceId: 'a' } })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { createLinuxPresenter } from './linux-presenter';
import { setUp, toOne } from './linux-presenter.test-support';

describe('createLinuxPresenter', () => {
  it('D22 asks for title, body, icon and default action, with markup made text', async () => {
    const { presenter, said, settled, bodies } = setUp();
    presenter.show(
      toOne('a', { picture: { key: 'k', png: Buffer.alloc(0) }, isQuiet: true, isLasting: true }),
      undefined,
    );
    await settled();
    expect(bodies('Notify')).toEqual([
      [
        'Foyer',
        0,
        '',
        'notification.titleOfService|Title a|Team chat',
        'a &lt;b&gt; &amp; c',
        ['default', 'notification.open'],
        {
          'desktop-entry': { signature: 's', value: 'foyer' },
          urgency: { signature: 'y', value: 1 },
          'image-path': { signature: 's', value: 'file:///k.png' },
          'suppress-sound': { signature: 'b', value: true },
        },
        0,
      ],
    ]);
    expect(said).toEqual(['shown a']);
  });

  it('D22 gives plain text, and the origin apart, to a daemon that wants it so', async () => {
    const { presenter, settled, bodies } = setUp(['x-kde-origin-name']);
    presenter.show(toOne('a'), undefined);
    await settled();
    expect(bodies('Notify')[0]).toMatchObject([
      'Foyer',
      0,
      '',
      'Title a',
      'a <b> & c',
      [],
      { 'x-kde-origin-name': { value: 'Team chat' } },
      -1,
    ]);
  });

  it('D22 keeps the order of messages though a picture takes its time', async () => {
    const { presenter, said, settled } = setUp();
    presenter.show(toOne('a', { picture: { key: 'slow', png: Buffer.alloc(0) } }), undefined);
    presenter.show(toOne('b'), undefined);
    await settled();
    await settled();
    expect(said).toEqual(['shown a', 'shown b']);
  });

  it('D21 D22 names the service once, and an empty title by a word', async () => {
    const { presenter, settled, bodies } = setUp();
    presenter.show(toOne('a', { title: 'Room in Team chat' }), undefined);
    presenter.show(toOne('b', { title: ' ' }), undefined);
    await settled();
    expect(bodies('Notify').map((body) => body?.[3])).toEqual([
      'Room in Team chat',
      'notification.titleOfService|notification.untitled|Team chat',
    ]);
  });

  it('D22 replaces in place, and tells clicks by the newer one', async () => {
    const { presenter, said, settled, bodies, signal } = setUp();
    presenter.show(toOne('a'), undefined);
    await settled();
    presenter.show(toOne('b'), 'a');
    await settled();
    expect(bodies('Notify').map((body) => body?.[1])).toEqual([0, 1]);
    signal('ActionInvoked', 1, 'default');
    signal('ActionInvoked', 1, 'other');
    signal('ActionInvoked', 99, 'default');
    expect(said).toEqual(['shown a', 'shown b', 'clicked b']);
  });

  it('D22 closes by the number the daemon gave, and says nothing more of it', async () => {
    const { presenter, said, settled, bodies, signal } = setUp();
    presenter.show(toOne('a'), undefined);
    await settled();
    presenter.close('a');
    presenter.close('a');
    presenter.close('unknown');
    await settled();
    signal('NotificationClosed', 1, 3);
    expect(bodies('CloseNotification')).toEqual([[1]]);
    expect(said).toEqual(['shown a']);
  });

  it('D22 tells once of a dismissal', async () => {
    const { presenter, said, settled, signal } = setUp();
    presenter.show(toOne('a'), undefined);
    await settled();
    signal('NotificationClosed', 1, 2);
    signal('NotificationClosed', 1, 2);
    expect(said).toEqual(['shown a', 'dismissed a']);
  });

  it('D22 lets a daemon hang: what is closed or replaced meanwhile never shows', async () => {
    const { presenter, said, settled, hang, wake, bodies } = setUp();
    presenter.show(toOne('first'), undefined);
    await settled();
    hang();
    presenter.show(toOne('late'), undefined);
    await settled();
    presenter.show(toOne('closed'), 'late');
    presenter.show(toOne('newest'), 'closed');
    presenter.show(toOne('gone'), undefined);
    await settled();
    presenter.close('gone');
    expect(said).toEqual(['shown first']);
    await wake();
    await settled();
    expect(said).toEqual(['shown first', 'shown newest']);
    expect(bodies('Notify').map((body) => [String(body?.[3]).split('|')[1], body?.[1]])).toEqual([
      ['Title first', 0],
      ['Title late', 0],
      ['Title gone', 0],
      ['Title newest', 2],
    ]);
    expect(bodies('CloseNotification')).toEqual([[3]]);
  });

  it('D22 forgets all when the daemon ends or is replaced, and asks the new one what it can do', async () => {
    const { presenter, said, settled, bodies, own } = setUp();
    own(':1.1');
    presenter.show(toOne('a'), undefined);
    presenter.show(toOne('b'), undefined);
    await settled();
    own(':1.2');
    presenter.close('a');
    await settled();
    expect(said).toEqual(['shown a', 'shown b', 'dismissed a', 'dismissed b']);
    expect(bodies('CloseNotification')).toEqual([]);
    expect(bodies('GetCapabilities')).toHaveLength(2);
  });

  it('D22 fails without a daemon, with its reason', async () => {
    const said: string[] = [];
    const presenter = createLinuxPresenter(
      {
        shown: () => undefined,
        clicked: () => undefined,
        acted: () => undefined,
        dismissed: () => undefined,
        failed: (id, reason) => said.push(`${id}: ${reason}`),
      },
      {
        bus: {
          watch: () => () => undefined,
          call: () => Promise.resolve({ kind: 'failed', reason: 'nobody has that name' }),
        },
        urlOf: () => Promise.resolve(undefined),
        translate: (key) => key,
        desktopEntry: 'foyer',
      },
    );
    presenter.show(toOne('a'), undefined);
    await new Promise(setImmediate);
    expect(said).toEqual(['a: nobody has that name']);
  });
});

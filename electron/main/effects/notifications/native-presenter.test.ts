import { describe, expect, it } from 'vitest';
import {
  createNativePresenter,
  hasButtons,
  type NativeOptions,
  type NativePresenterPort,
} from './native-presenter';
import type { DesktopNotification } from './presenter';

const toOne = (id: string, changes: Partial<DesktopNotification> = {}): DesktopNotification => ({
  id,
  title: `Title ${id}`,
  body: 'Body',
  serviceName: 'Team chat',
  picture: undefined,
  isQuiet: false,
  isLasting: false,
  actions: [],
  ...changes,
});

function setUp(
  port: Pick<NativePresenterPort, 'canReplace' | 'hasSubtitle'> & { readonly hasActions?: boolean },
) {
  const created: NativeOptions[] = [];
  const said: string[] = [];
  const listeners: ((event: string, details?: unknown, index?: number) => void)[] = [];
  const presenter = createNativePresenter(
    {
      shown: (id) => said.push(`shown ${id}`),
      clicked: (id) => said.push(`clicked ${id}`),
      acted: (id, actionId) => said.push(`acted ${id} ${actionId}`),
      dismissed: (id) => said.push(`dismissed ${id}`),
      failed: (id) => said.push(`failed ${id}`),
    },
    {
      hasActions: false,
      ...port,
      translate: (key, values) => [key, ...Object.values(values ?? {})].join('|'),
      create: (options) => {
        created.push(options);
        const index = listeners.length;
        const heard = new Map<string, (details: unknown, index?: unknown) => void>();
        listeners.push((event, details, index) => heard.get(event)?.(details, index));
        return {
          on: (event, listener) => heard.set(event, listener),
          show: () => said.push(`show ${index}`),
          close: () => said.push(`close ${index}`),
        };
      },
    },
  );
  return {
    presenter,
    created,
    said,
    fire: (index: number, event: string, details?: unknown, action?: number) =>
      listeners[index]?.(event, details, action),
  };
}

describe('createNativePresenter', () => {
  it('D21 names the service below the title on macOS', () => {
    const { presenter, created } = setUp({ canReplace: true, hasSubtitle: true });
    presenter.show(toOne('a', { isQuiet: true, isLasting: true }), undefined);
    expect(created).toMatchObject([
      { title: 'Title a', subtitle: 'Team chat', body: 'Body', silent: true, timeoutType: 'never' },
    ]);
  });

  it('D21 names it in the title on Windows', () => {
    const { presenter, created } = setUp({ canReplace: true, hasSubtitle: false });
    presenter.show(toOne('a'), undefined);
    expect(created).toMatchObject([
      { title: 'notification.titleOfService|Title a|Team chat', subtitle: '', timeoutType: 'default' },
    ]);
  });

  it('D23 replaces by the same slot where the system can, else closes the older first', () => {
    const can = setUp({ canReplace: true, hasSubtitle: true });
    can.presenter.show(toOne('a'), undefined);
    can.presenter.show(toOne('b'), 'a');
    can.presenter.show(toOne('c'), 'b');
    expect(can.created.map((one) => one.slot)).toEqual(['a', 'a', 'a']);
    expect(can.said).toEqual(['show 0', 'show 1', 'show 2']);
    const cannot = setUp({ canReplace: false, hasSubtitle: true });
    cannot.presenter.show(toOne('a'), undefined);
    cannot.presenter.show(toOne('b'), 'a');
    expect(cannot.said).toEqual(['show 0', 'close 0', 'show 1']);
  });

  it('D23 passes on what happens, and nothing of those that are gone', () => {
    const { presenter, said, fire } = setUp({ canReplace: false, hasSubtitle: true });
    for (const id of ['a', 'b', 'c']) presenter.show(toOne(id), undefined);
    said.length = 0;
    fire(0, 'show');
    fire(0, 'click');
    fire(0, 'close');
    fire(0, 'click');
    fire(1, 'failed');
    presenter.close('c');
    fire(2, 'close');
    expect(said).toEqual(['shown a', 'clicked a', 'dismissed a', 'failed b', 'close 2']);
  });

  it('D23 keeps one that only moved into the notification centre', () => {
    const { presenter, said, fire } = setUp({ canReplace: false, hasSubtitle: false });
    presenter.show(toOne('a'), undefined);
    fire(0, 'close', { reason: 'timedOut' });
    fire(0, 'click');
    expect(said).toEqual(['show 0', 'clicked a']);
  });

  const actions = [
    { id: 'mute-hour', label: 'Mute for 1 h' },
    { id: 'mute', label: 'Mute' },
  ];

  it('D26 offers actions where Electron has them, and tells which was picked, as old and new Electron say it', () => {
    const { presenter, created, said, fire } = setUp({
      canReplace: true,
      hasSubtitle: true,
      hasActions: true,
    });
    presenter.show(toOne('a', { actions }), undefined);
    expect(created[0]?.actions).toEqual(['Mute for 1 h', 'Mute']);
    said.length = 0;
    fire(0, 'action', {}, 0);
    fire(0, 'action', { actionIndex: 1 }, 1);
    fire(0, 'action', {}, 2);
    fire(0, 'action', {});
    presenter.close('a');
    fire(0, 'action', {}, 0);
    expect(said).toEqual(['acted a mute-hour', 'acted a mute', 'close 0']);
  });

  it('D26 offers none elsewhere', () => {
    const { presenter, created } = setUp({ canReplace: true, hasSubtitle: false });
    presenter.show(toOne('a', { actions }), undefined);
    expect(created[0]?.actions).toEqual([]);
  });

  it.each([
    ['darwin', '33.2.1', true],
    ['darwin', '45.4.1', true],
    ['win32', '33.2.1', false],
    ['win32', '42.0.0', false],
    ['win32', '43.0.0', true],
    ['win32', '45.4.1', true],
  ])('D26 on %s with Electron %s: %s', (platform, version, has) => {
    expect(hasButtons(platform, version)).toBe(has);
  });

  it('D27 names no service on one of Foyer’s own', () => {
    const { presenter, created } = setUp({ canReplace: true, hasSubtitle: true });
    presenter.show(toOne('a', { serviceName: undefined }), undefined);
    expect(created).toMatchObject([{ title: 'Title a', subtitle: '' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { createNativePresenter, type NativeOptions, type NativePresenterPort } from './native-presenter';
import type { DesktopNotification } from './presenter';

const toOne = (id: string, changes: Partial<DesktopNotification> = {}): DesktopNotification => ({
  id,
  title: `Title ${id}`,
  body: 'Body',
  serviceName: 'Team chat',
  picture: undefined,
  isQuiet: false,
  isLasting: false,
  ...changes,
});

function setUp(port: Pick<NativePresenterPort, 'canReplace' | 'hasSubtitle'>) {
  const created: NativeOptions[] = [];
  const said: string[] = [];
  const listeners: ((event: string, details?: unknown) => void)[] = [];
  const presenter = createNativePresenter(
    {
      shown: (id) => said.push(`shown ${id}`),
      clicked: (id) => said.push(`clicked ${id}`),
      dismissed: (id) => said.push(`dismissed ${id}`),
      failed: (id) => said.push(`failed ${id}`),
    },
    {
      ...port,
      translate: (key, values) => [key, ...Object.values(values ?? {})].join('|'),
      create: (options) => {
        created.push(options);
        const index = listeners.length;
        const heard = new Map<string, (details: unknown) => void>();
        listeners.push((event, details) => heard.get(event)?.(details));
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
    fire: (index: number, event: string, details?: unknown) => listeners[index]?.(event, details),
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
});

import type { Kit } from './kit';

/** Replaces `setAppBadge` and `clearAppBadge` so that they speak of this view alone. Self-contained. */
export function replaceBadge(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { convert, notifications } = kit;
  const { define, promise, domError, isOwnOrigin, isActive, getter } = kit.primordials;
  const scope = globalThis as unknown as Record<string, { prototype: object } | undefined>;
  const owner = (scope['Navigator'] ?? scope['WorkerNavigator'])?.prototype;
  if (owner === undefined || !('setAppBadge' in owner)) return;
  const navigatorBrand = getter(owner, 'userAgent');

  const set = (self: unknown, method: string, read: (prefix: string) => object): Promise<undefined> =>
    promise((resolve, reject) => {
      const prefix = `Failed to execute '${method}' on 'Navigator': `;
      try {
        navigatorBrand(self);
        const badge = read(prefix);
        if (!isActive()) throw domError(`${prefix}The document is not fully active.`, 'InvalidStateError');
        if (!isOwnOrigin())
          throw domError(`${prefix}The page that holds this frame is of another origin.`, 'SecurityError');
        notifications.send({ kind: 'badge', badge });
        resolve(undefined);
      } catch (error) {
        reject(error);
      }
    });
  const methods = {
    setAppBadge(...args: unknown[]): Promise<undefined> {
      const given = args[0];
      return set(this, 'setAppBadge', (prefix) => {
        if (given === undefined) return { __proto__: null, kind: 'flag' };
        const count = convert.count(given, prefix);
        return count === 0 ? { __proto__: null, kind: 'none' } : { __proto__: null, kind: 'count', count };
      });
    },
    clearAppBadge(): Promise<undefined> {
      return set(this, 'clearAppBadge', () => ({ __proto__: null, kind: 'none' }));
    },
  };
  define(owner, 'setAppBadge', {
    value: methods.setAppBadge,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  define(owner, 'clearAppBadge', {
    value: methods.clearAppBadge,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

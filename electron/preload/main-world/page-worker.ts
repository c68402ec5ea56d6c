import type { Kit } from './kit';

/**
 * Holds a registration back until main is ready to meet its worker, at most a second. Lets main reach this origin's worker through the page: the message wakes the worker if it sleeps. Says at once whether
 * there is a worker. Self-contained.
 */
export function carryToWorker(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { apply, getter, link, ownValue, parse, settle } = { ...kit.primordials, link: kit.link };
  if (typeof ServiceWorkerContainer === 'undefined' || !kit.primordials.isOwnOrigin() || origin === 'null')
    return;
  const container = getter(Navigator.prototype, 'serviceWorker')(navigator);
  const { getRegistration, getRegistrations, register } = ServiceWorkerContainer.prototype;
  const { define, later, promise } = kit.primordials;
  const MET_MS = 1000;
  let isMet = false;
  let lastWaiting = 0;
  const waiting = { __proto__: null } as unknown as Record<string, (() => void) | undefined>;
  const release = (): void => {
    for (const id in waiting) {
      const go = waiting[id];
      delete waiting[id];
      go?.();
    }
  };
  const announce = (): void => kit.notifications.send({ kind: 'worker-ready' });
  const { postMessage } = ServiceWorker.prototype;
  const activeOf = getter(ServiceWorkerRegistration.prototype, 'active');
  link.listen((text) => {
    const message = parse(text);
    if (ownValue(message, 'kind') === 'worker-met') {
      isMet = true;
      return release();
    }
    if (ownValue(message, 'kind') !== 'to-worker') return;
    const letter = { __proto__: null, [ownValue(message, 'token') as string]: ownValue(message, 'text') };
    settle<object | undefined>(
      apply(getRegistration, container, [ownValue(message, 'scope')]),
      (registration) => {
        const worker = registration === undefined ? null : activeOf(registration);
        if (worker !== null) apply(postMessage, worker, [letter]);
      },
      () => undefined,
    );
  });
  settle<readonly object[]>(
    apply(getRegistrations, container, []),
    (registrations) => {
      if (registrations.length > 0 && !isMet) announce();
    },
    () => undefined,
  );
  const methods = {
    register(scriptUrl: unknown, ...more: unknown[]): Promise<unknown> {
      const args = arguments.length === 0 ? [] : [scriptUrl, more[0]];
      if (isMet || this !== container) return apply(register, this, args) as Promise<unknown>;
      return promise((resolve) => {
        waiting[`w${(lastWaiting += 1)}`] = () => resolve(apply(register, container, args));
        announce();
        later(release, MET_MS);
      });
    },
  };
  define(ServiceWorkerContainer.prototype, 'register', {
    value: methods.register,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

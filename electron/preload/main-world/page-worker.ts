import type { Kit } from './kit';

/**
 * Lets main reach this origin's worker through the page: the message wakes the worker if it sleeps. Says at once whether
 * there is a worker. Self-contained.
 */
export function carryToWorker(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { apply, getter, link, ownValue, parse, settle } = { ...kit.primordials, link: kit.link };
  if (typeof ServiceWorkerContainer === 'undefined' || !kit.primordials.isOwnOrigin() || origin === 'null')
    return;
  const container = getter(Navigator.prototype, 'serviceWorker')(navigator);
  const { getRegistration, getRegistrations } = ServiceWorkerContainer.prototype;
  const { postMessage } = ServiceWorker.prototype;
  const activeOf = getter(ServiceWorkerRegistration.prototype, 'active');
  link.listen((text) => {
    const message = parse(text);
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
      if (registrations.length > 0) kit.notifications.send({ kind: 'worker-ready' });
    },
    () => undefined,
  );
}

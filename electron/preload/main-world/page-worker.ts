import type { Kit } from './kit';

/** Lets main reach this origin's worker through the page: the message wakes the worker if it sleeps. Self-contained. */
export function carryToWorker(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { apply, getter, link, ownValue, parse, then } = { ...kit.primordials, link: kit.link };
  if (typeof ServiceWorkerContainer === 'undefined' || typeof ServiceWorker === 'undefined') return;
  const container = getter(Navigator.prototype, 'serviceWorker')(navigator);
  const { getRegistration } = ServiceWorkerContainer.prototype;
  const { postMessage } = ServiceWorker.prototype;
  const activeOf = getter(ServiceWorkerRegistration.prototype, 'active');
  link.listen((text) => {
    const message = parse(text);
    if (ownValue(message, 'kind') !== 'to-worker') return;
    const letter = { __proto__: null, [ownValue(message, 'token') as string]: ownValue(message, 'text') };
    then<object | undefined>(
      apply(getRegistration, container, [ownValue(message, 'scope')]),
      (registration) => {
        const worker = registration === undefined ? null : activeOf(registration);
        if (worker !== null) apply(postMessage, worker, [letter]);
      },
      () => undefined,
    );
  });
}

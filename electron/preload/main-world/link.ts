import type { Kit, Link } from './kit';

/** Gives the kit the link it was handed: where `executeInMainWorld` or a binding carries functions. Self-contained. */
export function addLink(key: string, link: Link): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  kit.link = link;
}

/**
 * Makes a link over a node that only the two worlds hold: the page's world makes it and hands it to the preload's in
 * an event of an unguessable name, once, before any script of the page. No global is left behind. Self-contained.
 */
export function addNodeLink(key: string, seed: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { dispatch, listen, getter, construct } = kit.primordials;
  const node = document.createElement('i');
  const detail = getter(CustomEvent.prototype, 'detail');
  const NativeCustomEvent = CustomEvent;
  kit.link = {
    seed,
    send: (text) => {
      dispatch(node, construct(NativeCustomEvent, ['up', { __proto__: null, detail: text }]) as Event);
    },
    listen: (hear) => {
      listen(node, 'down', (event) => hear(detail(event) as string), false);
    },
  };
  dispatch(document, new MouseEvent(key, { relatedTarget: node }));
}

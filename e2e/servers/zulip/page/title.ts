import { bridgeOf } from './bridge.js';
import { narrowTitle } from './hash.js';
import type { Model } from './types.js';
import { directCount, notifiableCount } from './unread.js';

const PLAIN_ICON = '/static/images/favicon.svg';

/** Keeps title, icon and what a desktop is told as the counts are. */
export function createTitle(model: Model): () => void {
  const icon = document.querySelector<HTMLLinkElement>('#favicon');
  const shown = { count: 0, direct: 0 };
  return () => {
    const count = notifiableCount(model);
    const direct = directCount(model);
    if (count !== shown.count || direct !== shown.direct) {
      Object.assign(shown, { count, direct });
      if (icon !== null) icon.href = count === 0 && direct === 0 ? PLAIN_ICON : drawn(count, direct > 0);
      bridgeOf()?.send_event('total_unread_count', count);
    }
    const number = count > 0 ? `(${count}) ` : '';
    document.title = `${number}${narrowTitle(model, location.hash)} - ${model.realmName} - Zulip`;
  };
}

const drawn = (count: number, hasDirect: boolean): string => {
  const dot = hasDirect ? '<circle cx="28" cy="8" r="6" fill="#e33"/>' : '';
  const text = `<text x="18" y="25" font-size="16" fill="#fff" text-anchor="middle">${count}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><circle cx="18" cy="18" r="18" fill="#6492fd"/>${text}${dot}</svg>`;
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
};

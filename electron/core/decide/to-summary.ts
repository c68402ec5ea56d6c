import type { InboxChannelCount } from '../model/inbox';
import type { ServiceId } from '../model/service';
import type { Translate } from '../model/translate';

/** Most conversations a summary names. */
const NAMED_MAX = 3;

/** Gives the words of the summary at the end of a focus: how many were held and from where; undefined for none. */
export function toSummary(
  held: readonly InboxChannelCount[],
  nameOf: (serviceId: ServiceId) => string | undefined,
  translate: Translate,
  locale: string,
): { readonly title: string; readonly body: string } | undefined {
  const count = held.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return undefined;
  const places = new Map<string, number>();
  for (const one of held) {
    const name = one.channelName ?? nameOf(one.serviceId);
    if (name !== undefined) places.set(name, (places.get(name) ?? 0) + one.count);
  }
  const sorted = [...places].toSorted(([, a], [, b]) => b - a);
  const named = sorted
    .slice(0, NAMED_MAX)
    .map(([name, number]) => translate('summary.place', { name, count: number }));
  const left = sorted.length - named.length;
  const parts = left > 0 ? [...named, translate('summary.more', { count: left })] : named;
  return {
    title: translate('summary.title', { count }),
    body: new Intl.ListFormat(locale, { type: 'unit' }).format(parts),
  };
}

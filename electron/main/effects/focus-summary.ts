import type { ActiveFocus } from '../../core/decide/focus-at';
import { toSummary } from '../../core/decide/to-summary';
import type { InboxChannelCount, InboxFilter } from '../../core/model/inbox';
import type { Translate } from '../../core/model/translate';
import { selectFocus } from '../../core/state/select-policy';
import type { AppStore, Stop } from '../store/app-store';

export interface FocusSummaryPort {
  readonly channels: (filter: InboxFilter) => Promise<readonly InboxChannelCount[]>;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly translate: Translate;
  readonly language: string;
}

/** At the end of a focus tells once how much was held, and from where; nothing when nothing was. */
export function startFocusSummary(store: AppStore, port: FocusSummaryPort): Stop {
  const { now } = store.getState().persisted.focus;
  const seen: { focus: ReadonlyMap<string, number> } = {
    // One that ended while the app did not run is summed up too.
    focus: now === null ? new Map() : new Map([[keyOf({ scheduleId: undefined }), now.startedAtMs]]),
  };

  const sumUp = async (fromMs: number): Promise<void> => {
    const toMs = port.nowMs();
    const filter: InboxFilter = { decisions: ['hold'], isUnread: true, fromMs, toMs };
    const held = await port.channels(filter);
    const state = store.getState();
    const summary = toSummary(
      held.filter(({ serviceId }) => selectFocus(state, serviceId).length === 0),
      (serviceId) => state.persisted.services.find((service) => service.id === serviceId)?.name,
      port.translate,
      port.language,
    );
    if (summary !== undefined)
      store.dispatch({ kind: 'summary-shown', summary: { id: port.newId(), ...summary, filter } });
  };

  return store.watch(
    (state) => selectFocus(state, undefined),
    (active) => {
      const nowMs = port.nowMs();
      const before = seen.focus;
      seen.focus = new Map(
        active.map((one) => [keyOf(one), before.get(keyOf(one)) ?? one.startMs ?? nowMs] as const),
      );
      const ended = [...before].filter(([key]) => !seen.focus.has(key)).map(([, startMs]) => startMs);
      // How the inbox is, is told as its health.
      if (ended.length > 0) sumUp(Math.min(...ended)).catch(() => undefined);
    },
    (a, b) => a.map(keyOf).join() === b.map(keyOf).join(),
  );
}

/** By hand, by one schedule, by the system: each ends for itself. */
const keyOf = ({ scheduleId, source }: Partial<Pick<ActiveFocus, 'scheduleId' | 'source'>>): string =>
  scheduleId ?? (source === 'system-dnd' ? '(system)' : '(by hand)');

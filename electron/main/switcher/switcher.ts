import { commandById } from '../../core/commands/command-list';
import { muteAt } from '../../core/commands/act-here';
import { liveKeysOf } from '../../core/commands/key-map';
import type { SwitcherAct, SwitcherAnswer, SwitcherAnswerRow } from '../../core/ipc/switcher-contract';
import type { InboxEntry } from '../../core/model/inbox';
import type { Place } from '../../core/model/place';
import type { Service } from '../../core/model/service';
import type { Translate } from '../../core/model/translate';
import type { AppState } from '../../core/state/app-state';
import { goTo, placeOf } from '../../core/state/places';
import { isLocked } from '../../core/state/veil';
import { selectRuleBook, selectService, selectServiceSession } from '../../core/state/selectors';
import type { SwitcherRow } from '../../core/switcher/entry';
import { searchSwitcher } from '../../core/switcher/search';
import { createSwitcherIndex } from '../../core/switcher/switcher-index';
import { forgetUse, noteUse, type Usage } from '../../core/switcher/usage';
import type { Platform } from '../platform';
import { runCommand } from '../run-command';
import type { AppStore, Stop } from '../store/app-store';
import { isSameList } from '../store/is-same-list';
import type { TimerPort } from '../timers';
import {
  entriesOfCommands,
  entriesOfInbox,
  entriesOfService,
  keyOfPlace,
  serviceKey,
  targetOf,
  type Target,
} from './entries';

export interface SwitcherPort extends TimerPort {
  readonly platform: Platform;
  readonly translate: Translate;
  readonly recipeName: (recipeId: string) => string;
  /** The last entries of the inbox, unless that is closed; may reject. */
  readonly lastEntries: () => Promise<readonly InboxEntry[]>;
  readonly openEntry: (id: number) => void;
  /** The address of a place, for people to send one another. */
  readonly linkOf: (service: Service, place: Place) => string;
  readonly copy: (text: string) => void;
  readonly loadUsage: () => Usage;
  readonly saveUsage: (usage: Usage) => void;
}

/** Finds what one can go to, and goes there. Rules in `docs/spec/switcher.md`. */
export interface Switcher {
  /** Asks the inbox for what it has new; resolves when all that can be found is there, and never rejects. */
  readonly whole: () => Promise<void>;
  readonly search: (query: string, limit: number) => SwitcherAnswer;
  readonly act: (key: string, act: SwitcherAct, query: string) => void;
  readonly stop: Stop;
}

/** What a group was made of; the same parts make the same group. */
type Parts = readonly unknown[];

/** How long after a change what is looked through is made anew, so that opening finds it ready. */
const WARM_AFTER_MS = 1000;

/** Creates it. The index follows the state, service by service, and is ready before it is asked. */
export function createSwitcher(store: AppStore, port: SwitcherPort): Switcher {
  const index = createSwitcherIndex();
  const made = new Map<string, Parts>();
  const now: {
    usage: Usage | undefined;
    warming: Stop | undefined;
    isWarm: boolean;
    inboxVersion: number;
    whole: Promise<void>;
  } = {
    usage: undefined,
    warming: undefined,
    isWarm: false,
    inboxVersion: -1,
    whole: Promise.resolve(),
  };
  const usage = (): Usage => (now.usage ??= port.loadUsage());

  const make = (key: string, parts: Parts, entries: () => Parameters<typeof index.setGroup>[1]): void => {
    const before = made.get(key);
    if (before !== undefined && isSameList(before, parts)) return;
    made.set(key, parts);
    index.setGroup(key, entries());
  };
  const followServices = (state: AppState): void => {
    const book = selectRuleBook(state);
    for (const service of state.persisted.services) {
      const { channels, reports } = selectServiceSession(state, service.id);
      make(service.id, [service, channels, reports, book], () =>
        entriesOfService(state, service, port.recipeName(service.recipeId)),
      );
    }
    const isThere = new Set(state.persisted.services.map(({ id }) => id));
    for (const key of [...made.keys()].filter((one) => !isThere.has(one))) {
      made.delete(key);
      index.removeGroup(key);
    }
  };
  const followInbox = (state: AppState): void => {
    const { version, health } = state.session.inbox;
    if (now.inboxVersion === version || health.kind !== 'ready') return;
    now.inboxVersion = version;
    now.whole = port.lastEntries().then(
      (entries) => index.setGroup('inbox:', entriesOfInbox(entries)),
      () => undefined,
    );
  };
  const warm = (): void => {
    if (isLocked(store.getState())) return;
    now.warming ??= port.after(WARM_AFTER_MS, () => {
      now.warming = undefined;
      if (isLocked(store.getState())) return;
      followServices(store.getState());
      if (now.isWarm) return;
      now.isWarm = true;
      // The first search of all is slower than any after it.
      searchSwitcher(index, { query: 'a', usage: usage(), nowMs: port.nowMs(), limit: 1 });
    });
  };
  /** What was gathered is gathered anew once it may be known again. */
  const drop = (): void => {
    for (const key of [...made.keys(), 'inbox:']) index.removeGroup(key);
    made.clear();
    Object.assign(now, { usage: undefined, isWarm: false, inboxVersion: -1 });
  };
  const stops = [
    store.watch(isLocked, (isShut) => (isShut ? drop() : warm())),
    store.watch(
      (state): Parts => [state.persisted.services, selectRuleBook(state), state.session.services],
      warm,
      isSameList,
    ),
    store.onAction('service-removal-final', ({ serviceId }) => {
      const isGone = (key: string): boolean =>
        key === serviceKey(serviceId) || key.startsWith(`channel:${serviceId}:`);
      const left = forgetUse(usage(), isGone);
      if (left === now.usage) return;
      now.usage = left;
      port.saveUsage(left);
    }),
    store.onAction('surface-shown', ({ surface }, state) => {
      if (surface === 'switcher') index.setGroup('commands:', entriesOfCommands(state, port.translate));
    }),
  ];

  const toAnswerRow = ({ entry, nameMarks, whereMarks }: SwitcherRow): SwitcherAnswerRow => {
    const { key, kind, name, where, channelKind, serviceId, unread, mentions, isDirect, muted } = entry;
    const command = kind === 'command' ? commandById(key.slice('command:'.length)) : undefined;
    const combos = command && liveKeysOf(command, store.getState().persisted.keys, port.platform);
    const shown = { key, kind, name, where, channelKind, serviceId, unread, mentions, isDirect, muted };
    return { ...shown, nameMarks, whereMarks, combo: combos?.[0] };
  };

  const open = (target: Target, isToRead: boolean): void => {
    switch (target.kind) {
      case 'place':
        store.dispatch(goTo(target.place));
        if (isToRead && target.place.channelId !== undefined)
          store.dispatch({
            kind: 'channel-read-requested',
            serviceId: target.place.serviceId,
            channelId: target.place.channelId,
          });
        return;
      case 'entry':
        store.dispatch({ kind: 'surface-closed' });
        return port.openEntry(target.id);
      case 'command':
        // As if the switcher had not been there.
        store.dispatch({ kind: 'surface-closed' });
        runCommand(store, target.id);
    }
  };

  return {
    whole: () => {
      followInbox(store.getState());
      return now.whole;
    },
    search: (query, limit) => {
      const state = store.getState();
      followServices(state);
      const place = placeOf(state);
      const rows = searchSwitcher(index, {
        query,
        usage: usage(),
        nowMs: port.nowMs(),
        limit,
        hereKey: place && keyOfPlace(place),
      });
      return { query, rows: rows.map(toAnswerRow) };
    },
    act: (key, act, query) => {
      const target = targetOf(key);
      if (target === undefined) return;
      const service =
        target.kind === 'place' ? selectService(store.getState(), target.place.serviceId) : undefined;
      if (target.kind === 'place' && service === undefined) return;
      switch (act) {
        case 'open':
        case 'open-read':
        case 'open-beside':
          if (target.kind !== 'entry') {
            now.usage = noteUse(usage(), key, query, port.nowMs());
            port.saveUsage(now.usage);
          }
          if (act === 'open-beside' && target.kind === 'place')
            store.dispatch({ kind: 'split-opened', serviceId: target.place.serviceId });
          return open(target, act === 'open-read');
        case 'mute':
          if (target.kind === 'place') store.dispatch(muteAt(store.getState(), target.place));
          return;
        case 'copy-link':
          if (target.kind === 'place' && service !== undefined) port.copy(port.linkOf(service, target.place));
      }
    },
    stop: () => {
      now.warming?.();
      stops.forEach((stop) => stop());
    },
  };
}

import { orderRows, toRuleRows } from '../../core/decide/rule-table';
import type { RuleRow, RuleTable } from '../../core/ipc/answers';
import type { RuleTableAsk } from '../../core/ipc/inputs';
import type { InboxChannelCount, InboxFilter } from '../../core/model/inbox';
import type { AppStore } from '../store/app-store';

const HOUR_MS = 3_600_000;
/** Conversations without a rule that have been silent for so long are not listed any more. */
const SILENT_MS = 90 * 24 * HOUR_MS;
/** For how long what the inbox said of traffic holds. */
const FRESH_MS = 5_000;

/** Gives parts of the table of rules. */
export interface RuleTableMaker {
  readonly ask: (ask: RuleTableAsk) => Promise<RuleTable>;
}

interface TableDeps {
  readonly store: Pick<AppStore, 'getState'>;
  readonly channels: (filter: InboxFilter) => Promise<readonly InboxChannelCount[]>;
  readonly nowMs: () => number;
}

/** Makes the table anew when something has changed, not for each part that is asked for. */
export function createRuleTableMaker({ store, channels, nowMs }: TableDeps): RuleTableMaker {
  const kept: {
    rows: { readonly key: string; readonly rows: readonly RuleRow[] } | undefined;
    order: { readonly key: string; readonly rows: readonly RuleRow[] } | undefined;
    facts: { readonly atMs: number; readonly facts: Promise<Facts> } | undefined;
  } = { rows: undefined, order: undefined, facts: undefined };

  const factsOf = (): Promise<Facts> => {
    const atMs = nowMs();
    if (kept.facts !== undefined && Math.abs(atMs - kept.facts.atMs) < FRESH_MS) return kept.facts.facts;
    const facts = Promise.all([
      channels({ fromMs: atMs - SILENT_MS }),
      channels({ fromMs: atMs - HOUR_MS }),
    ]).then(
      ([conversations, lastHour]) => ({ conversations, lastHour, nowMs: atMs }),
      // Without its inbox the table still has what the person set.
      () => ({ conversations: [], lastHour: [], nowMs: atMs }),
    );
    kept.facts = { atMs, facts };
    return facts;
  };

  return {
    ask: async ({ offset, limit, ...order }) => {
      const facts = await factsOf();
      const state = store.getState();
      const { policyVersion, nowMs: at, language } = state.session;
      const names = state.persisted.services.map(({ id, name }) => `${id} ${name}`).join('\n');
      const key = `${language.locale} ${policyVersion} ${facts.nowMs} ${at} ${names}`;
      if (kept.rows?.key !== key) kept.rows = { key, rows: toRuleRows(state, facts) };
      const orderKey = `${key} ${JSON.stringify(order)}`;
      const nameOf = (id: string): string =>
        state.persisted.services.find((service) => service.id === id)?.name ?? '';
      if (kept.order?.key !== orderKey)
        kept.order = { key: orderKey, rows: orderRows(kept.rows.rows, nameOf, order, language.locale) };
      const { rows } = kept.order;
      return { rows: rows.slice(offset, offset + limit), total: rows.length };
    },
  };
}

interface Facts {
  readonly conversations: readonly InboxChannelCount[];
  readonly lastHour: readonly InboxChannelCount[];
  readonly nowMs: number;
}

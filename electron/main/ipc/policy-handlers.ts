import type { Explanation, FileAnswer, FileProblem, ImportAnswer } from '../../core/ipc/answers';
import type { CommandInput } from '../../core/ipc/contract';
import { explainNotification } from '../../core/decide/decide-notification';
import type { ChannelRef } from '../../core/model/channel';
import { importPolicy } from '../../core/model/import-policy';
import { lastOfEach } from '../../core/model/last-of-each';
import { parsePolicyFile, toPolicyFile } from '../../core/model/policy-file';
import { selectPolicy } from '../../core/state/select-policy';
import { selectServiceSession } from '../../core/state/selectors';
import type { AppStore } from '../store/app-store';
import type { RuleTableMaker } from './rule-table-maker';
import type { Handlers } from './serve-commands';

/** Files the person chooses. Reading and writing give a reason instead of throwing. */
export interface UserFiles {
  /** Null when cancelled. */
  readonly chooseToSave: (suggestedName: string) => Promise<string | null>;
  readonly chooseToOpen: () => Promise<string | null>;
  /** Written whole or not at all. */
  readonly write: (file: string, text: string) => Promise<FileProblem | undefined>;
  readonly read: (
    file: string,
  ) => Promise<
    { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: FileProblem }
  >;
}

export interface PolicyHandlerDeps {
  readonly store: AppStore;
  readonly files: UserFiles;
  readonly table: RuleTableMaker;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

/** Commands about rules, focus and patterns. */
type PolicyCommand =
  | 'rule.set'
  | 'rules.set'
  | 'rule.pause'
  | 'rule.resume'
  | 'rules.table'
  | 'rules.explain'
  | 'rules.export'
  | 'rules.import'
  | 'pattern.add'
  | 'pattern.remove'
  | 'focus.begin'
  | 'focus.end'
  | 'focus.change'
  | 'busy-hint.answer';

/** Gives the handlers of commands about what the person wants to hear of, and when. */
export function createPolicyHandlers(deps: PolicyHandlerDeps): Pick<Handlers, PolicyCommand> {
  const { store, nowMs } = deps;
  const { dispatch } = store;
  return {
    'rule.set': (rule) => dispatch({ kind: 'rule-set', ...rule }),
    'rules.set': ({ rules }) => dispatch({ kind: 'rules-set', rules }),
    'rule.pause': ({ scope, values = { preset: 'nothing' }, until }) =>
      dispatch({ kind: 'pause-requested', scope, values, until }),
    'rule.resume': ({ scope }) => dispatch({ kind: 'temporary-rule-ended', scope }),
    'rules.table': (ask) => deps.table.ask(ask),
    'rules.explain': ({ serviceId, channelId }) => explain(store, nowMs(), serviceId, channelId),
    'rules.export': () => exportRules(deps),
    'rules.import': () => importRules(deps),
    'pattern.add': (input) => addPattern(deps, input),
    'pattern.remove': ({ serviceId, channelId }) =>
      dispatch({ kind: 'pattern-removed', serviceId, channelId }),
    'focus.begin': ({ until, isPause }) => dispatch({ kind: 'focus-requested', until, isPause }),
    'focus.end': () => dispatch({ kind: 'focus-end-requested' }),
    'focus.change': ({ schedules, ...others }) =>
      dispatch({
        kind: 'focus-settings-changed',
        focus: withoutUndefined({
          ...others,
          schedules: schedules && lastOfEach(schedules, ({ id }) => id),
        }),
      }),
    'busy-hint.answer': ({ answer }) => dispatch({ kind: 'busy-hint-answered', answer }),
  };
}

/** Leaves out what is not given, so that it stays as it is. */
export function withoutUndefined<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** What would become of a message there now: of one meant for the person, of one for everybody, of any other. */
function explain(
  store: AppStore,
  nowMs: number,
  serviceId: string,
  channelId: string | null,
): readonly Explanation[] {
  const state = store.getState();
  const channel = channelId === null ? undefined : findChannel(store, serviceId, channelId);
  return (['personal', 'group', 'none'] as const).map((mention) => {
    const message = { serviceId, channel, sender: undefined, mention, isThreadReply: false, text: '' };
    const input = { message, asksSilence: false, isOnScreen: false, isOverRate: false };
    const { decision, trail } = explainNotification(selectPolicy(state), input, nowMs);
    return { mention, decision, trail };
  });
}

function findChannel(store: AppStore, serviceId: string, channelId: string): ChannelRef | undefined {
  const state = store.getState();
  const told = selectServiceSession(state, serviceId).channels?.find(({ id }) => id === channelId);
  if (told !== undefined) return told;
  const { patterns, rules, temporaryRules } = state.persisted;
  const pattern = patterns.find((one) => one.serviceId === serviceId && one.channelId === channelId);
  if (pattern !== undefined) return { id: channelId, name: pattern.name, kind: pattern.kind };
  for (const { scope } of [...rules, ...temporaryRules])
    if (scope.kind === 'channel' && scope.serviceId === serviceId && scope.channelId === channelId)
      return { id: channelId, name: scope.name, kind: scope.channelKind };
  return { id: channelId, name: channelId, kind: 'unknown' };
}

function addPattern(
  { store, newId }: PolicyHandlerDeps,
  { serviceId, pattern, values }: CommandInput<'pattern.add'>,
): void {
  const channelId = `pattern:${newId()}`;
  store.dispatch({ kind: 'pattern-added', pattern: { ...pattern, channelId, serviceId } });
  // There may be no room for more.
  if (!store.getState().persisted.patterns.some((one) => one.channelId === channelId)) return;
  const { name, kind: channelKind } = pattern;
  store.dispatch({
    kind: 'rule-set',
    scope: { kind: 'channel', serviceId, channelId, name, channelKind },
    values,
  });
}

async function exportRules({ store, files }: PolicyHandlerDeps): Promise<FileAnswer> {
  const file = await files.chooseToSave('foyer-rules.json');
  if (file === null) return { kind: 'cancelled' };
  const policy = toPolicyFile(store.getState().persisted);
  const problem = await files.write(file, `${JSON.stringify(policy, undefined, 2)}\n`);
  return problem === undefined
    ? { kind: 'saved', file, count: policy.rules.length }
    : { kind: 'failed', reason: problem };
}

async function importRules({ store, files }: PolicyHandlerDeps): Promise<ImportAnswer> {
  const file = await files.chooseToOpen();
  if (file === null) return { kind: 'cancelled' };
  const read = await files.read(file);
  if (!read.ok) return { kind: 'failed', reason: read.reason };
  const parsed = parsePolicyFile(read.text);
  if (!parsed.ok) return { kind: 'failed', reason: parsed.reason };
  const { persisted } = store.getState();
  const imported = importPolicy(persisted, parsed.file);
  if (!imported.ok) return { kind: 'failed', reason: imported.reason };
  const { rules, patterns, focus, counts } = imported;
  const { temporaryRules } = persisted;
  store.dispatch({ kind: 'policy-imported', rules, temporaryRules, patterns, focus });
  return { kind: 'imported', ...counts };
}

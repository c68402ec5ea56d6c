import { compareBackup } from '../../core/decide/compare-backup';
import { parseBackup, toBackedUp, toRestored } from '../../core/model/backup';
import { parseInboxFile, toReplay } from '../../core/model/inbox-file';
import { emptyPersisted, parsePersisted } from '../../core/model/persisted';
import { createInitialState } from '../../core/state/app-state';
import { reduce } from '../../core/state/reduce';
import { upgrade } from '../../main/store/migrations';
import { expectThat } from '../expect-plain';
import { jsonLike, valuesLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

const open = { kind: 'foyer-backup', version: 1, madeAtMs: 1, kept: emptyPersisted };
const kdf = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1, salt: 'c2FsdA==' };
const sealed = { kind: 'foyer-backup', version: 1, madeAtMs: 1, kdf, nonce: 'bm9uY2U=', body: 'Ym9keQ==' };

/** Whatever is given as a backup is refused with a reason, or what is restored of it can be kept. */
function checkBackup(text: string): void {
  const parsed = parseBackup(text);
  if (!parsed.ok) return expectThat(parsed.reason.length > 0, 'no reason');
  if (parsed.kind === 'sealed')
    return expectThat(parsed.backup.kdf.memoryKiB <= 2 ** 20, 'it may ask for too much');
  const upgraded = upgrade(parsed.backup.kept);
  if (upgraded.kind !== 'good') return;
  const restored = toRestored(emptyPersisted, toBackedUp(upgraded.persisted));
  compareBackup(emptyPersisted, restored);
  const state = reduce(createInitialState(emptyPersisted), { kind: 'kept-restored', persisted: restored });
  expectThat(parsePersisted(state.persisted).ok, 'what was restored is not kept');
}

const anEntry = (id: number) => ({
  ...{ id, sessionId: id, key: 'k', atMs: 6, serviceId: 'work', serviceName: 'Work', channelId: null },
  ...{ channelName: null, channelKind: 'public', sender: 'Ada', title: 'Ada', body: 'Hello', tag: '' },
  ...{ messageId: null, mention: 'none', decision: 'show', reason: 'wanted', from: null, isRead: false },
  trail: [{ step: 'value', field: 'notify', value: 'all', decided: true }],
});
const inbox = {
  sessions: [
    { id: 1, cameMs: 5, leftMs: 9 },
    { id: 2, cameMs: 10, leftMs: null },
  ],
  entries: [anEntry(1), anEntry(2)],
};

/** Whatever is given as the inbox of a backup, each entry that can be read comes once. */
function checkInbox(value: unknown): void {
  const file = parseInboxFile(value);
  if (file === undefined) return;
  const entries = toReplay(file).filter(({ kind }) => kind === 'entry');
  expectThat(entries.length === file.entries.length, 'entries are lost or doubled');
}

/** What was saved in a backup, perhaps by another hand. */
export const backupTargets: readonly FuzzTarget[] = [
  targetOf('backups', jsonLike([open, sealed, emptyPersisted]), checkBackup),
  targetOf('inbox of a backup', valuesLike([inbox]), checkInbox),
];

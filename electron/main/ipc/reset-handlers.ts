import { changedSettings } from '../../core/decide/reset-settings';
import type { ResetAnswer, resetContract } from '../../core/ipc/reset-contract';
import { toBackedUp, toRestored } from '../../core/model/backup';
import type { InboxFile } from '../../core/model/inbox-file';
import { emptyPersisted } from '../../core/model/persisted';
import { openBackupText } from '../moving/backup-text';
import { readInbox } from '../moving/inbox-copy';
import type { BackupHandlerDeps } from './backup-handlers';
import type { Handlers } from './serve-commands';

/** Gives the handlers of commands that put things back as they were at first. Of what was, a backup is written before. */
export function createResetHandlers({
  store,
  backups,
  inbox,
  sync,
  nowMs,
}: BackupHandlerDeps): Pick<Handlers, keyof typeof resetContract> {
  const keep = (before: 'reset' | 'start-anew', inbox?: InboxFile): Promise<string | undefined> => {
    const madeAtMs = nowMs();
    const kept = toBackedUp(store.getState().persisted);
    return backups.keepCopy(openBackupText({ kept, inbox }, madeAtMs), madeAtMs, before);
  };
  return {
    'settings.changed': ({ section }) => changedSettings(store.getState().persisted, section),
    'settings.reset': async ({ section }): Promise<ResetAnswer> => {
      const copy = await keep('reset');
      if (copy === undefined) return { kind: 'no-copy' };
      const items = changedSettings(store.getState().persisted, section).map(({ id }) => id);
      store.dispatch({ kind: 'settings-reset', items, copy });
      return { kind: 'reset', copy };
    },
    'settings.undo-reset': () => store.dispatch({ kind: 'settings-reset-undone' }),
    'app.start-anew': async (): Promise<ResetAnswer> => {
      // An inbox that cannot be read cannot be copied, and so does not go.
      const copied = await readInbox(inbox).catch(() => undefined);
      const copy = copied && (await keep('start-anew', copied.entries.length > 0 ? copied : undefined));
      if (copy === undefined) return { kind: 'no-copy' };
      // Else all of it would be removed on the other machines, too.
      await (await sync()).leave(false);
      store.dispatch({
        kind: 'kept-restored',
        persisted: { ...toRestored(store.getState().persisted, emptyPersisted), lock: emptyPersisted.lock },
      });
      // What cannot be removed is told by the inbox itself.
      await inbox.remove({}).catch(() => 0);
      store.dispatch({ kind: 'inbox-changed' });
      return { kind: 'reset', copy };
    },
  };
}

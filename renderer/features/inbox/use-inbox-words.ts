import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileAnswer, FileProblem } from '../../../electron/core/ipc/answers';
import type { DecisionReason } from '../../../electron/core/model/decision';

/** Texts of why the inbox does not do what was asked. */
const failures = {
  'disk-full': 'inbox.failing.disk-full',
  'read-only': 'inbox.failing.read-only',
  'folder-gone': 'inbox.failing.folder-gone',
  'disk-error': 'inbox.failing.disk-error',
  busy: 'inbox.failing.busy',
  broken: 'inbox.failing.broken',
  crashed: 'inbox.failing.crashed',
  closed: 'inbox.failing.closed',
} as const;

const files = {
  unreadable: 'inbox.file.other',
  'not-ours': 'inbox.file.other',
  newer: 'inbox.file.other',
  'too-many': 'inbox.file.other',
  'disk-full': 'inbox.file.disk-full',
  'not-writable': 'inbox.file.not-writable',
  other: 'inbox.file.other',
} as const satisfies Readonly<Record<FileProblem, string>>;

const marks = {
  focus: 'inbox.mark.focus',
  paused: 'inbox.mark.paused',
  schedule: 'inbox.mark.schedule',
  workspace: 'inbox.mark.workspace',
  'system-dnd': 'inbox.mark.system-dnd',
  'too-many': 'inbox.mark.too-many',
  muted: 'inbox.mark.muted',
  'not-a-mention': 'inbox.mark.not-a-mention',
  'group-mention': 'inbox.mark.group-mention',
  'kept-out': 'inbox.mark.kept-out',
  'service-unknown': 'inbox.mark.service-unknown',
} as const;

/** The ways to say things of the inbox. */
export interface InboxWords {
  readonly failed: (reason: string) => string;
  readonly markedRead: (count: number) => string;
  readonly markedUnread: (count: number) => string;
  readonly removed: (count: number) => string;
  readonly exported: (answer: Exclude<FileAnswer, { readonly kind: 'cancelled' }>) => string;
  /** Why an entry was not shown, in a few words. */
  readonly mark: (reason: DecisionReason) => string;
}

/** Gives the ways to say things of the inbox, the same while the language is. */
export function useInboxWords(): InboxWords {
  const { t } = useTranslation();
  return useMemo<InboxWords>(
    () => ({
      failed: (reason) => t(isKey(failures, reason) ? failures[reason] : 'inbox.failing.other'),
      markedRead: (count) => t('inbox.said.read', { count }),
      markedUnread: (count) => t('inbox.said.unread', { count }),
      removed: (count) => t('inbox.said.removed', { count }),
      exported: (answer) =>
        answer.kind === 'saved'
          ? t('inbox.said.exported', { count: answer.count, file: answer.file })
          : t(files[answer.reason]),
      mark: (reason) => (isKey(marks, reason) ? t(marks[reason]) : t('inbox.mark.other')),
    }),
    [t],
  );
}

const isKey = <T extends object>(texts: T, key: PropertyKey): key is keyof T => Object.hasOwn(texts, key);

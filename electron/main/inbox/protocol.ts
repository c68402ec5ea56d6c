import type {
  InboxChannelCount,
  InboxEntry,
  InboxFilter,
  InboxPage,
  InboxProblem,
  InboxSetAside,
  InboxStep,
} from '../../core/model/inbox';

/** Which entries something is done with; `ids` and `keys` narrow the filter further. */
export type InboxSelection = InboxFilter & {
  readonly ids?: readonly number[] | undefined;
  readonly keys?: readonly string[] | undefined;
};

/** What can be asked of the inbox, and what comes back. */
export interface InboxAnswers {
  readonly page: {
    readonly ask: { readonly filter: InboxFilter; readonly beforeId: number | null; readonly limit: number };
    readonly answer: InboxPage;
  };
  readonly entry: { readonly ask: { readonly id: number }; readonly answer: InboxEntry | undefined };
  readonly channels: {
    readonly ask: { readonly filter: InboxFilter };
    readonly answer: readonly InboxChannelCount[];
  };
  readonly count: { readonly ask: { readonly filter: InboxFilter }; readonly answer: number };
  readonly markRead: {
    readonly ask: { readonly selection: InboxSelection; readonly isRead: boolean };
    readonly answer: number;
  };
  readonly remove: { readonly ask: { readonly selection: InboxSelection }; readonly answer: number };
  readonly exportTo: {
    readonly ask: { readonly file: string; readonly filter: InboxFilter; readonly nowMs: number };
    readonly answer: number;
  };
  readonly prune: { readonly ask: { readonly olderThanMs: number }; readonly answer: number };
}
export type InboxQuestionKind = keyof InboxAnswers;
/** A question with its kind. */
export type InboxQuestion = {
  [K in InboxQuestionKind]: { readonly kind: K } & InboxAnswers[K]['ask'];
}[InboxQuestionKind];

/** Why the file there is, if any, is not to be used. */
export type NotUsable =
  | { readonly why: 'broken' | 'key-lost' }
  | { readonly why: 'newer'; readonly version: number };

/** What main says to the process of the inbox. */
export type ToInbox =
  | {
      readonly kind: 'open';
      readonly folder: string;
      readonly key: string;
      readonly notUsable: NotUsable | undefined;
      readonly nowMs: number;
    }
  | { readonly kind: 'write'; readonly batch: number; readonly steps: readonly InboxStep[] }
  | { readonly kind: 'ask'; readonly id: number; readonly question: InboxQuestion }
  /** With `nowMs` there is time to look through the whole file. */
  | { readonly kind: 'end'; readonly nowMs: number | undefined };

/** What the process says. After `not-usable`, `not-opened`, `ending` it ends: only so does it let go of the file everywhere. */
export type FromInbox =
  | { readonly kind: 'opened'; readonly setAside: InboxSetAside | undefined }
  | { readonly kind: 'not-opened'; readonly problem: InboxProblem }
  | { readonly kind: 'not-usable'; readonly notUsable: NotUsable }
  | { readonly kind: 'ending' }
  | { readonly kind: 'written'; readonly batch: number }
  | { readonly kind: 'not-written'; readonly batch: number; readonly problem: InboxProblem }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'no-answer'; readonly id: number; readonly problem: InboxProblem }
  | { readonly kind: 'bug'; readonly text: string };

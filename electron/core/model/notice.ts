import type { DownloadRisk } from './download-risk';
import type { OutsideRefusal } from './asked';
import type { LinkAnswer, LinkWay } from './link-rule';
import type { Level } from './rule';
import type { ServiceId } from './service';

/** Something the shell tells the person, in a quiet line at the foot; each `kind` has its text in the locale file. */
export type Notice =
  | {
      readonly kind: 'service-removed';
      readonly id: string;
      readonly serviceId: ServiceId;
      readonly name: string;
    }
  | {
      readonly kind: 'data-cleared' | 'cookies-cleared' | 'cache-cleared';
      readonly id: string;
      readonly name: string;
    }
  | {
      readonly kind: 'settings-restored';
      readonly id: string;
      readonly setAsideAs: string;
      readonly from: 'backup' | 'empty';
    }
  | { readonly kind: 'settings-from-newer'; readonly id: string; readonly setAsideAs: string }
  | { readonly kind: 'settings-not-saved'; readonly id: string; readonly reason: string }
  | {
      readonly kind: 'inbox-set-aside';
      readonly id: string;
      readonly why: 'broken' | 'newer' | 'key-lost';
      readonly setAsideAs: string;
    }
  /** What was downloaded is not where it was put any more. */
  | { readonly kind: 'download-gone'; readonly id: string; readonly fileName: string }
  | { readonly kind: 'page-saved' | 'page-not-saved'; readonly id: string; readonly fileName: string }
  | { readonly kind: 'download-done'; readonly id: string; readonly fileName: string }
  | { readonly kind: 'download-failed'; readonly id: string; readonly fileName: string }
  /** It was downloaded, and does something when it is opened. */
  | {
      readonly kind: 'download-risky';
      readonly id: string;
      readonly fileName: string;
      readonly risk: DownloadRisk;
    }
  /** Asks where what was just muted (or no longer muted) shall be so. */
  | {
      readonly kind: 'mute-there';
      readonly id: string;
      readonly serviceId: ServiceId;
      /** Of the service. */
      readonly name: string;
      /** Of the first of the channels. */
      readonly channel: string;
      readonly changes: readonly MuteChange[];
    }
  /** Asks whether a service may be listened to while it sleeps. */
  | {
      readonly kind: 'listen';
      readonly id: string;
      readonly serviceId: ServiceId;
      readonly name: string;
      /** What it signs in with is kept, sealed; else it is known until the app ends. */
      readonly isSealed: boolean;
    }
  | { readonly kind: 'mute-refused'; readonly id: string; readonly name: string; readonly channel: string }
  | { readonly kind: 'link-refused'; readonly id: string; readonly scheme: string }
  /** Says where a link went, and asks where such links shall go. */
  | {
      readonly kind: 'link-followed';
      readonly id: string;
      /** Where it leads, as a rule would say it. */
      readonly pattern: string;
      readonly way: LinkWay;
      /** Of the service it belongs to. */
      readonly name: string;
    }
  /** What the person said of links, which can be undone; null: no longer. */
  | {
      readonly kind: 'link-ruled';
      readonly id: string;
      readonly pattern: string;
      readonly answer: LinkAnswer | null;
    }
  /** Settings are as they were at first, which can be undone. */
  | {
      readonly kind: 'settings-reset';
      readonly id: string;
      readonly count: number;
      /** Where what was before lies. */
      readonly copy: string;
    }
  /** What a link, or one of the person's own programs, wanted of Foyer was not done. */
  | {
      readonly kind: 'outside-refused';
      readonly id: string;
      readonly reason: OutsideRefusal;
      readonly name: string;
    }
  /** A text that is to be written somewhere is on the clipboard. */
  | { readonly kind: 'text-copied'; readonly id: string; readonly name: string };

const asking: ReadonlySet<Notice['kind']> = new Set(['mute-there', 'listen', 'link-followed']);

/** True for those that ask the person something and so need more room. */
export const isAsking = ({ kind }: Notice): boolean => asking.has(kind);

/** What a server is to be asked for. */
export interface MuteChange {
  readonly channelId: string;
  readonly level: Level;
}

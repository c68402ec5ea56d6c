import { clipText } from '../model/clip-text';
import {
  SOURCE_NAME_MAX,
  SOURCE_PICTURE_MAX,
  SOURCES_MAX,
  type ShareKind,
  type SharePicker,
  type ShareSource,
} from '../model/share';

/** What is known of the system when something is to be shared. */
export interface ShareSystem {
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** The session is a Wayland one, whatever Foyer itself is drawn by. */
  readonly isWayland: boolean;
}

/**
 * Decides who shows the choice. On Wayland the portal does, each time anew. The picker of macOS 15 is not used: with it
 * Electron asks us nothing, neither who wants it nor whether by a click.
 */
export const decidePicker = ({ platform, isWayland }: ShareSystem): SharePicker =>
  platform === 'linux' && isWayland ? 'portal' : 'own';

/** True where Electron, from 33 to 45, can add what the computer plays. */
export const canShareAudio = ({ platform }: Pick<ShareSystem, 'platform'>): boolean => platform === 'win32';

/** What is known when a page asks for the screen. */
export interface ShareFacts {
  /** The page around whatever asks is of the service's own site. */
  readonly isOwnPage: boolean;
  /** Of the frame that asks; undefined where it has none that can be trusted to be itself. */
  readonly origin: string | undefined;
  /** Our code in that frame saw it ask in the one way that leads through the picker. */
  readonly wasSeenAsking: boolean;
  /** The service asks already. */
  readonly isAsking: boolean;
  readonly isLocked: boolean;
  /** It did not ask too often lately. Asking this counts: only a question that would be put does. */
  readonly isInTime: () => boolean;
}

export type ShareDecision =
  | { readonly kind: 'ask'; readonly origin: string }
  | {
      readonly kind: 'refuse';
      readonly reason: 'no origin' | 'foreign page' | 'unseen' | 'asks already' | 'locked' | 'too many';
    };

/** Decides whether the person is asked what a page shall see of the screen. Nothing of it is ever remembered. */
export function decideShare(facts: ShareFacts): ShareDecision {
  const { origin } = facts;
  if (origin === undefined) return { kind: 'refuse', reason: 'no origin' };
  if (!facts.isOwnPage) return { kind: 'refuse', reason: 'foreign page' };
  if (!facts.wasSeenAsking) return { kind: 'refuse', reason: 'unseen' };
  if (facts.isLocked) return { kind: 'refuse', reason: 'locked' };
  if (facts.isAsking) return { kind: 'refuse', reason: 'asks already' };
  return facts.isInTime() ? { kind: 'ask', origin } : { kind: 'refuse', reason: 'too many' };
}

/** True for a permission request that is for the screen: before Electron 45 it is `media` without any type. */
export const isForScreen = (name: string, mediaTypes: readonly string[]): boolean =>
  name === 'display-capture' || (name === 'media' && mediaTypes.length === 0);

/** What Electron tells of a screen or window. */
export interface RawSource {
  readonly id: string;
  readonly name: string;
  readonly picture: string;
}

const kindOf = (id: string): ShareKind | undefined =>
  id.startsWith('screen:') ? 'screen' : id.startsWith('window:') ? 'window' : undefined;

/** Windows are told apart by their number alone: what follows it changes. */
const windowOf = (id: string): string => id.split(':', 2).join(':');

/**
 * Gives what is offered: screens first, and none of Foyer's own windows, in which one would see a hall of mirrors and
 * everything of the other services.
 */
export function toShareSources(raw: readonly RawSource[], ownIds: readonly string[]): readonly ShareSource[] {
  const own = new Set(ownIds.map(windowOf));
  const sources = raw.flatMap(({ id, name, picture }) => {
    const kind = kindOf(id);
    if (kind === undefined || own.has(windowOf(id))) return [];
    const isFit = picture.startsWith('data:image/jpeg;base64,') && picture.length <= SOURCE_PICTURE_MAX;
    return [{ id, kind, name: clipText(name, SOURCE_NAME_MAX), picture: isFit ? picture : '' }];
  });
  return [
    ...sources.filter(({ kind }) => kind === 'screen'),
    ...sources.filter(({ kind }) => kind === 'window'),
  ].slice(0, SOURCES_MAX);
}

/** Gives what stands for a choice that the desktop's own picker makes. */
export const toPortalSource = (kind: ShareKind): ShareSource => ({
  // No id of ours is used there: each time it is asked for the portal opens a session of its own.
  id: `${kind}:0:0`,
  kind,
  name: '',
  picture: '',
});

import { heldUntilMs, REFUSALS_MAX, type HoldFacts } from '../../core/decide/decide-biometrics';
import type { Biometry, LockAnswer } from '../../core/model/lock';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import type { KeyPair } from './box';

/** What the machine knows its person by. */
export interface BiometricsPort {
  /** What it has now; never throws. */
  readonly look: () => Biometry;
  /** Asks for it. Rejects where it is not the person's, or they called it off. */
  readonly ask: () => Promise<void>;
}

interface HeldKeyPort extends TimerPort {
  readonly biometrics: BiometricsPort;
  readonly settings: () => HoldFacts['settings'];
  /** From now on the passphrase alone opens it. */
  readonly onEnded: () => void;
}

/** The keys, which whoever gets them overwrites, or why there are none. */
type Given = LockAnswer | { readonly kind: 'given'; readonly keys: KeyPair };

/**
 * The private key while it is locked, for whom the machine knows. It is in memory alone, and only where the person
 * wanted that: nothing of it comes to the disk (ADR 15).
 */
export interface HeldKey {
  /** The passphrase was right: from now on its time runs. */
  readonly passphraseGiven: () => void;
  /** Takes keys that are there no longer than this call; says what gives them back. */
  readonly hold: (keys: KeyPair | undefined) => Biometry;
  /** Asks the person, one time at once. */
  readonly ask: () => Promise<Given>;
  /** Forgets the keys, overwriting them. */
  readonly drop: () => void;
}

interface Held {
  readonly keys: KeyPair;
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly stop: Stop;
  refusals: number;
}

const notNow: LockAnswer = { kind: 'not-now' };

/** Creates the place for it, empty. */
export function createHeldKey({ biometrics, settings, nowMs, after, onEnded }: HeldKeyPort): HeldKey {
  const now: { passphraseAtMs: number | undefined; held: Held | undefined; isAsking: boolean } = {
    passphraseAtMs: undefined,
    held: undefined,
    isAsking: false,
  };
  const drop = (): void => {
    now.held?.stop();
    now.held?.keys.privateKey.fill(0);
    now.held = undefined;
  };
  const end = (): void => {
    drop();
    onEnded();
  };
  return {
    passphraseGiven: () => {
      now.passphraseAtMs = nowMs();
    },
    hold: (keys) => {
      drop();
      if (keys === undefined) return 'none';
      const wanted = settings();
      const biometry = wanted.biometrics ? biometrics.look() : 'none';
      const atMs = nowMs();
      const untilMs = heldUntilMs({
        settings: wanted,
        biometry,
        passphraseAtMs: now.passphraseAtMs,
        nowMs: atMs,
      });
      if (untilMs === undefined) {
        keys.privateKey.fill(0);
        return 'none';
      }
      now.held = { keys, sinceMs: atMs, untilMs, stop: after(untilMs - atMs, end), refusals: 0 };
      return biometry;
    },
    ask: async () => {
      const { held } = now;
      if (held === undefined || now.isAsking) return notNow;
      now.isAsking = true;
      const isKnown = await biometrics.ask().then(
        () => true,
        () => false,
      );
      now.isAsking = false;
      // Opened by the passphrase meanwhile, and perhaps locked anew: that was another time.
      if (now.held !== held) return notNow;
      // Timers sleep with the machine; a clock that was set back says nothing.
      const atMs = nowMs();
      if (atMs >= held.untilMs || atMs < held.sinceMs) {
        end();
        return notNow;
      }
      if (!isKnown) {
        held.refusals += 1;
        if (held.refusals >= REFUSALS_MAX) end();
        return { kind: 'wrong' };
      }
      const { publicKey, privateKey } = held.keys;
      return { kind: 'given', keys: { publicKey, privateKey: Buffer.from(privateKey) } };
    },
    drop,
  };
}

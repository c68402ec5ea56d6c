import * as z from 'zod/mini';
import { fromJson } from './from-json';
import { defaultWindowPlace } from './window';
import { proxyPlace, takesLogin } from './proxy';
import { tweaksOf, type Tweaks } from './tweaks';
import { withoutPolicyOfGone, type Persisted } from './persisted';
import { safeParse } from './safe-parse';

/** Version of the file that backups are. What is kept has a version of its own in it. */
export const BACKUP_VERSION = 1;

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const whole = (min: number, max: number) => z.number().check(z.int(), z.minimum(min), z.maximum(max));

/** How the key is made of the passphrase; no file may ask for more than a machine has. */
const kdfSchema = z.object({
  name: z.literal('argon2id'),
  memoryKiB: whole(8, 2 ** 20),
  passes: whole(1, 64),
  lanes: whole(1, 16),
  salt: base64.check(z.maxLength(64)),
});

const headSchema = z.object({
  kind: z.literal('foyer-backup'),
  version: z.literal(BACKUP_VERSION),
  madeAtMs: z.number(),
});

const openSchema = z.extend(headSchema, {
  kept: z.unknown(),
  /** The inbox, where the person wanted it in. */
  inbox: z.optional(z.unknown()),
});
const sealedSchema = z.extend(headSchema, {
  kdf: kdfSchema,
  nonce: base64.check(z.maxLength(32)),
  /** What is kept, pressed and sealed by AES-256-GCM. */
  body: base64,
});

/** A backup that anybody can read. */
export type OpenBackup = Readonly<z.infer<typeof openSchema>>;
/** A backup that a passphrase opens. */
export type SealedBackup = Readonly<z.infer<typeof sealedSchema>>;

/** Why a file is no backup that can be restored; each has its text, with what to do, under `moving.restoreFailed.`. */
export type BackupRefusal =
  | 'empty'
  | 'broken'
  | 'foreign'
  | 'other-app'
  | 'rules'
  | 'newer'
  | 'too-large'
  | 'unreadable'
  | 'wrong';

/** What reading a backup comes to, before anything is unsealed. */
export type ParsedBackup =
  | { readonly ok: true; readonly kind: 'open'; readonly backup: OpenBackup }
  | { readonly ok: true; readonly kind: 'sealed'; readonly backup: SealedBackup }
  | { readonly ok: false; readonly reason: BackupRefusal };

const anyHead = z.object({ kind: z.optional(z.unknown()), version: z.optional(z.unknown()) });

/** Reads the text of a backup, or of the file that the app keeps itself (`foyer.json`), of any version. Never throws. */
export function parseBackup(text: string): ParsedBackup {
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  const value = fromJson(text);
  if (value === undefined) return { ok: false, reason: 'broken' };
  const head = safeParse(anyHead, value);
  if (!head.success || Array.isArray(value)) return { ok: false, reason: 'foreign' };
  const { kind, version } = head.data;
  if (kind === 'foyer-rules') return { ok: false, reason: 'rules' };
  if (kind === undefined) return fromKept(value);
  if (kind !== 'foyer-backup') return { ok: false, reason: 'foreign' };
  if (typeof version === 'number' && version > BACKUP_VERSION) return { ok: false, reason: 'newer' };
  const sealed = safeParse(sealedSchema, value);
  if (sealed.success) return { ok: true, kind: 'sealed', backup: sealed.data };
  const open = safeParse(openSchema, value);
  return open.success && open.data.kept !== undefined
    ? { ok: true, kind: 'open', backup: open.data }
    : { ok: false, reason: 'broken' };
}

const keptHead = z.object({ version: z.number(), services: z.array(z.unknown()), settings: z.unknown() });
const exportHead = z.object({ services: z.array(z.unknown()) });

/** What the app keeps says no kind: it is known by what it has. */
function fromKept(value: unknown): ParsedBackup {
  if (safeParse(keptHead, value).success)
    return {
      ok: true,
      kind: 'open',
      backup: { kind: 'foyer-backup', version: BACKUP_VERSION, madeAtMs: 0, kept: value },
    };
  return { ok: false, reason: safeParse(exportHead, value).success ? 'other-app' : 'foreign' };
}

/** Gives what a backup holds: all the person made. Sealed sign-ins are for this machine alone, and so is its window. */
export const toBackedUp = (persisted: Persisted): Persisted => ({
  ...withoutPolicyOfGone(persisted),
  window: defaultWindowPlace,
  credentials: [],
  // Files are on this machine.
  downloads: [],
  logins: [],
  tweaks: withoutPolicyOfGone(persisted).tweaks.map(withoutLogin),
  temporaryRules: [],
  lock: { ...persisted.lock, biometrics: false },
  focus: { ...persisted.focus, now: null, skipped: [] },
});

/**
 * Gives what is kept after a restore: what the backup holds in place of what is here, apart from what is this machine's or
 * this moment's. Sign-ins stay for services that stay.
 */
export const toRestored = (here: Persisted, backup: Persisted): Persisted =>
  withoutPolicyOfGone({
    ...backup,
    window: here.window,
    credentials: here.credentials,
    downloads: here.downloads,
    logins: here.logins,
    tweaks: backup.tweaks.map((tweaks) => withLogin(tweaks, here)),
    temporaryRules: here.temporaryRules,
    // What opens the lock of this machine is said on this machine.
    lock: { ...backup.lock, biometrics: here.lock.biometrics },
    focus: { ...backup.focus, now: here.focus.now, skipped: here.focus.skipped },
  });

const withoutLogin = (tweaks: Tweaks): Tweaks => ({ ...tweaks, proxyLogin: null });

/** The password of a proxy stays where the service and its proxy do. */
function withLogin(tweaks: Tweaks, here: Persisted): Tweaks {
  const { serviceId, proxy } = tweaks;
  const before = tweaksOf(here.tweaks, serviceId);
  const isSame = proxy.kind === before.proxy.kind && proxyPlace(proxy) === proxyPlace(before.proxy);
  return { ...tweaks, proxyLogin: isSame && takesLogin(proxy) ? before.proxyLogin : null };
}

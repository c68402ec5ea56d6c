import { isDeepStrictEqual } from 'node:util';
import { importPolicy } from '../../core/model/import-policy';
import { emptyPersisted, parsePersisted, persistedSchema, type Persisted } from '../../core/model/persisted';
import { parsePolicyFile, toPolicyFile } from '../../core/model/policy-file';
import { createInitialState } from '../../core/state/app-state';
import { toProjection } from '../../core/ipc/projection';
import { fromSealed } from '../../main/listeners/sealed-credentials';
import { upgrade } from '../../main/store/migrations';
import { expectPlain, expectThat } from '../expect-plain';
import { jsonLike, valuesLike } from '../mutate-value';
import { samplesOf } from '../samples-of';
import { targetOf, type FuzzTarget } from '../target';

const kept = samplesOf(persistedSchema) as readonly Persisted[];
/** One that is good: each service once. */
const whole: Persisted = { ...(kept[0] ?? emptyPersisted), services: (kept[0]?.services ?? []).slice(0, 1) };
const limits = { text: 2 * 400_100, list: 5000 };

/** Whatever is kept is refused with a reason, or is understood so that it is understood again, and the app starts with it. */
function checkPersisted(value: unknown): void {
  const parsed = parsePersisted(value);
  if (!parsed.ok) return expectThat(parsed.reason !== '', 'no reason');
  const { persisted } = parsed;
  expectPlain(persisted, limits);
  const again = parsePersisted(persisted);
  expectThat(again.ok && isDeepStrictEqual(again.persisted, persisted), 'read otherwise the second time');
  const { services, activeServiceId } = persisted;
  expectThat(
    activeServiceId === null || services.some(({ id }) => id === activeServiceId),
    'nobody is active',
  );
  toProjection(createInitialState(persisted), { platform: 'linux', listenable: [], isSafeMode: false });
}

function checkUpgrade(value: unknown): void {
  const upgraded = upgrade(value);
  if (upgraded.kind === 'newer') return expectThat(upgraded.version > whole.version, 'not newer');
  if (upgraded.kind === 'broken') return expectThat(upgraded.reason !== '', 'no reason');
  expectPlain(upgraded.persisted, limits);
  const again = upgrade(upgraded.persisted);
  expectThat(again.kind === 'good' && isDeepStrictEqual(again.persisted, upgraded.persisted), 'not whole');
}

/** As versions of old would have kept it: the way up starts at each of them. */
const ofOld = [1, 2, 3, 4, 5, 6, 7].map((version) => Object.assign({}, whole, { version }));

function checkPolicy(text: string): void {
  const parsed = parsePolicyFile(text);
  if (!parsed.ok) return expectThat(parsed.reason !== undefined, 'no reason');
  expectPlain(parsed.file, limits);
  const again = parsePolicyFile(JSON.stringify(parsed.file));
  expectThat(again.ok && isDeepStrictEqual(again.file, parsed.file), 'read otherwise the second time');
  const imported = importPolicy(whole, parsed.file);
  if (!imported.ok) return;
  const { rules, patterns, focus } = imported;
  expectThat(parsePersisted({ ...whole, rules, patterns, focus }).ok, 'what was imported is not kept');
}

const sealed = { cookies: { session: 's1' }, values: { token: 't', userId: 'u' } };

/** What lies on the disk, and files that people give. */
export const keptTargets: readonly FuzzTarget[] = [
  targetOf('kept data', valuesLike(kept), checkPersisted),
  targetOf('migrations', valuesLike(ofOld), checkUpgrade),
  targetOf('rules imported', jsonLike([toPolicyFile(whole), toPolicyFile(emptyPersisted)]), checkPolicy),
  targetOf('sealed sign-ins', jsonLike([sealed]), (text) => {
    const port = { canSeal: () => true, seal: () => Buffer.of(), unseal: () => text };
    expectPlain(fromSealed(port, ''), { text: 8192, list: 20 });
  }),
];

import { basename } from 'node:path';
import type { ForeignData, ParsedForeign } from '../../core/import/foreign';
import { carryOut, type ImportChoice } from '../../core/import/carry-out';
import type { PeerApp } from '../../core/import/peer-folders';
import { planImport, type ImportPlan } from '../../core/import/plan-import';
import type { KnownKinds } from '../../core/import/to-start';
import { toBrings } from '../../core/import/to-tweaks';
import type { BroughtAnswer, movingContract, OfferAnswer } from '../../core/ipc/moving-contract';
import type { FoundPeer, PeerKinds } from '../moving/find-peers';
import { withCode } from '../moving/find-peers';
import type { AppStore } from '../store/app-store';
import type { Handlers } from './serve-commands';

/** What moving in reaches outside. */
export interface MovingPort {
  /** Null when cancelled. */
  readonly choose: () => Promise<string | null>;
  readonly find: () => Promise<readonly FoundPeer[]>;
  readonly read: (file: string) => Promise<ParsedForeign>;
  readonly readKinds: (folder: string, kinds: readonly string[]) => Promise<PeerKinds>;
  readonly known: () => Promise<KnownKinds>;
  /** Undefined where it could not be written. */
  readonly keepReport: (
    from: string,
    plan: ImportPlan,
    brought: ReturnType<typeof carryOut>,
  ) => Promise<string | undefined>;
}

export interface MovingHandlerDeps {
  readonly store: AppStore;
  readonly moving: MovingPort;
  readonly nowMs: () => number;
}

/** What was offered last, and is brought when the person says so. */
interface Offered {
  readonly from: string;
  readonly data: ForeignData;
  readonly known: KnownKinds;
}

/** Gives the handlers of commands about moving in from another app. */
export function createMovingHandlers({
  store,
  moving,
  nowMs,
}: MovingHandlerDeps): Pick<Handlers, keyof typeof movingContract> {
  const now: { found: readonly FoundPeer[]; offered: Offered | undefined } = {
    found: [],
    offered: undefined,
  };
  const offer = (from: PeerApp, file: string, offered: Offered): OfferAnswer => {
    now.offered = offered;
    const plan = planImport(offered.data, store.getState().persisted, offered.known);
    return {
      kind: 'offer',
      from,
      file,
      services: plan.services.map(({ code, tweaks, serviceId: _id, ...service }) => ({
        ...service,
        brings: toBrings({ code, tweaks }),
      })),
      workspaces: plan.workspaces.map(({ status, name }) => ({ status, name })),
      refused: plan.refused,
    };
  };
  return {
    'moving.found': async () => {
      now.found = await moving.find();
      return now.found.map(({ app, folder, database }) => ({
        app,
        folder,
        canBring: database !== undefined,
      }));
    },
    'moving.choose': async () => {
      const file = await moving.choose();
      if (file === null) return { kind: 'cancelled' };
      const parsed = await moving.read(file);
      if (!parsed.ok) return { kind: 'failed', reason: parsed.reason };
      const { data } = parsed;
      return offer(data.format, basename(file), { from: file, data, known: await moving.known() });
    },
    'moving.look': async ({ at }) => {
      const peer = now.found[at];
      if (peer?.database === undefined) return { kind: 'failed', reason: 'not-there' };
      const parsed = await moving.read(peer.database);
      if (!parsed.ok) return { kind: 'failed', reason: parsed.reason };
      const kinds = await moving.readKinds(
        peer.folder,
        parsed.data.services.map(({ kind }) => kind),
      );
      const known = await moving.known();
      return offer(peer.app, peer.folder, {
        from: peer.database,
        data: withCode(parsed.data, kinds),
        known: {
          recipe: known.recipe,
          addressOf: (kind) => known.addressOf(kind) ?? kinds.addresses.get(kind),
        },
      });
    },
    'moving.bring': (choice) => bring(choice),
  };

  async function bring(choice: ImportChoice): Promise<BroughtAnswer> {
    const { offered } = now;
    if (offered === undefined) return { kind: 'gone' };
    const plan = planImport(offered.data, store.getState().persisted, offered.known);
    const brought = carryOut(plan, choice, offered.known, nowMs());
    if (brought.unaddressed.length > 0) return { kind: 'bad-address', keys: brought.unaddressed };
    now.offered = undefined;
    const { services, rules, tweaks, workspaces } = brought;
    store.dispatch({ kind: 'services-brought', services, rules, tweaks, workspaces });
    const report = await moving.keepReport(offered.from, plan, brought);
    return {
      kind: 'brought',
      services: services.length,
      workspaces: workspaces.length,
      report: report ?? null,
    };
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ResetSection } from '../../electron/core/model/reset-section';
import type { RefusedCertificate } from '../../electron/core/model/certificate-trust';
import type { Projection, ServiceProjection } from '../../electron/core/ipc/projection';
import { share } from './share';
import type { LoadState } from '../../electron/core/state/app-state';

/** A place in the window that a menu belongs to, in px. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A menu that is open. `byKeyboard` says where the keyboard goes when it closes. */
export type OpenMenu =
  | { readonly kind: 'workspaces'; readonly anchor: Anchor; readonly byKeyboard: boolean }
  | {
      readonly kind: 'service';
      readonly serviceId: string;
      readonly from: 'bar' | 'header';
      readonly anchor: Anchor;
      readonly byKeyboard: boolean;
    }
  | {
      readonly kind: 'focus';
      readonly from: 'bar' | 'header';
      readonly anchor: Anchor;
      readonly byKeyboard: boolean;
    };

/** A dialog that is open. */
export type OpenDialog =
  | { readonly kind: 'rename'; readonly serviceId: string }
  | { readonly kind: 'clear-data'; readonly serviceId: string }
  | { readonly kind: 'own-code'; readonly serviceId: string }
  /** Null: alone, by what it stored itself, or by nothing where others use that. */
  | { readonly kind: 'sign-in-with'; readonly serviceId: string; readonly withId: string | null }
  /** Into safe mode, or out of it. */
  | { readonly kind: 'restart' }
  | { readonly kind: 'reset'; readonly section: ResetSection | 'all' }
  | { readonly kind: 'start-anew' }
  | { readonly kind: 'certificate'; readonly serviceId: string; readonly refused: RefusedCertificate }
  /** Makes one where there is no id, with these services to begin with. */
  | {
      readonly kind: 'workspace';
      readonly workspaceId: string | undefined;
      readonly chosenIds: readonly string[];
    }
  | { readonly kind: 'workspace-remove'; readonly workspaceId: string }
  | { readonly kind: 'focus-until' }
  | { readonly kind: 'icon-refused'; readonly reason: 'not-a-picture' | 'too-large' };

export type Failure = Extract<LoadState, { readonly kind: 'failed' | 'crashed' }>;

/** What the shell window draws: main's projection, and what is open here and nowhere else. */
export interface ShellState {
  readonly projection: Projection | undefined;
  /** Why each service was last not there, kept while it tries again. */
  readonly failures: Readonly<Record<string, Failure>>;
  readonly menu: OpenMenu | undefined;
  readonly dialog: OpenDialog | undefined;
  readonly dragging: boolean;
  /** The service that was last moved by key or menu: where it stands then is said. */
  readonly movedId: string | undefined;
  /** The service whose rules are shown when they are opened from it. */
  readonly rulesOf: string | undefined;
}

export type ShellStore = StoreApi<ShellState>;

/** Gives an empty store. */
export const createShellStore = (): ShellStore => createStore<ShellState>(() => nothingOpen);

const nothingOpen: ShellState = {
  projection: undefined,
  failures: {},
  menu: undefined,
  dialog: undefined,
  dragging: false,
  movedId: undefined,
  rulesOf: undefined,
};

/** Gives the state with a projection of main; one that is older than what is there changes nothing. */
export function withProjection(state: ShellState, pushed: Projection): ShellState {
  if (state.projection !== undefined && pushed.revision < state.projection.revision) return state;
  // Nothing of before stays: what was open, and what was written in it.
  if (pushed.lock.kind === 'locked') return { ...nothingOpen, projection: pushed };
  const projection = share(state.projection, pushed);
  const isThere = (id: string): boolean => projection.services.some((service) => service.id === id);
  const failures = Object.fromEntries(projection.services.flatMap((service) => keptFailure(state, service)));
  return {
    ...state,
    projection,
    failures,
    menu: state.menu?.kind === 'service' && !isThere(state.menu.serviceId) ? undefined : state.menu,
    dialog: isDialogOfGone(state.dialog, projection) ? undefined : state.dialog,
  };
}

/** True for a dialog about a service or a workspace that is not there any more. */
function isDialogOfGone(dialog: OpenDialog | undefined, { services, workspaces }: Projection): boolean {
  if (dialog === undefined) return false;
  if ('serviceId' in dialog) return services.every(({ id }) => id !== dialog.serviceId);
  if (!('workspaceId' in dialog) || dialog.workspaceId === undefined) return false;
  return workspaces.every(({ id }) => id !== dialog.workspaceId);
}

function keptFailure(
  state: ShellState,
  { id, load, attempt }: ServiceProjection,
): readonly (readonly [string, Failure])[] {
  if (load.kind === 'failed' || load.kind === 'crashed') return [[id, load]];
  const before = state.failures[id];
  return before !== undefined && load.kind === 'loading' && attempt > 0 ? [[id, before]] : [];
}

/** True while something of the shell must be drawn over the page. */
export const selectOverlayOpen = (state: ShellState): boolean =>
  state.menu !== undefined || state.dialog !== undefined || state.dragging;

/** True for a service whose questions are asked in this window now: the one that is up, and those in windows of their own. */
export const isAskedHere = ({ activeServiceId, ownWindows }: Projection, serviceId: string): boolean =>
  serviceId === activeServiceId || ownWindows.includes(serviceId);

/** Gives the service whose page is, or would be, in the page area. */
export const selectActive = (projection: Projection): ServiceProjection | undefined =>
  projection.services.find((service) => service.id === projection.activeServiceId);

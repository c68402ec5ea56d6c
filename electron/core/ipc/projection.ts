import type { Prompt } from '../model/prompt';
import type { Notice } from '../model/notice';
import type { PermissionGrant, Service, ServiceIcon } from '../model/service';
import type { Settings } from '../model/settings';
import type { Unread } from '../model/unread';
import type { AppState, LoadState, ShellPage } from '../state/app-state';
import { selectServiceSession, selectServiceUnread } from '../state/selectors';

/** A service as the shell window draws it. */
export interface ServiceProjection {
  readonly id: string;
  readonly recipeId: string;
  readonly name: string;
  readonly url: string;
  readonly iconKind: ServiceIcon['kind'];
  /** `app://` address of the icon, or `undefined` to draw the recipe's. */
  readonly iconUrl: string | undefined;
  readonly enabled: boolean;
  readonly notify: boolean;
  readonly countInTotal: boolean;
  readonly permissions: readonly PermissionGrant[];
  readonly load: LoadState;
  /** Failures in a row. */
  readonly attempt: number;
  readonly title: string;
  readonly unread: Unread;
  readonly refusedCount: number;
  readonly refusedReason: string | undefined;
  readonly canGoBack: boolean;
}

/** What the shell window knows: plain JSON, pushed whole, at most once a frame. */
export interface Projection {
  readonly revision: number;
  readonly services: readonly ServiceProjection[];
  readonly activeServiceId: string | null;
  readonly page: ShellPage;
  readonly settings: Settings;
  readonly prompts: readonly Prompt[];
  readonly notices: readonly Notice[];
  readonly online: boolean;
  readonly trayAvailable: boolean;
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** Language of the texts; says which way they are written, too. */
  readonly language: string;
}

/** What of the projection stays as it was at the start. */
export type ShellFacts = Pick<Projection, 'platform' | 'language'>;

/** Gives what the shell window draws of the state. */
export function toProjection(state: AppState, { platform, language }: ShellFacts): Projection {
  const { persisted, session } = state;
  return {
    revision: state.revision,
    services: persisted.services.map((service) => toServiceProjection(state, service)),
    activeServiceId: persisted.activeServiceId,
    page: session.page,
    settings: persisted.settings,
    prompts: session.prompts,
    notices: session.notices,
    online: session.online,
    trayAvailable: session.trayAvailable,
    platform,
    language,
  };
}

function toServiceProjection(state: AppState, service: Service): ServiceProjection {
  const session = selectServiceSession(state, service.id);
  const { id, recipeId, name, url, enabled, notify, countInTotal, permissions } = service;
  return {
    id,
    recipeId,
    name,
    url,
    iconKind: service.icon.kind,
    iconUrl: iconUrlOf(service, session.siteIconVersion),
    enabled,
    notify,
    countInTotal,
    permissions,
    load: session.load,
    attempt: session.attempt,
    title: session.title,
    unread: selectServiceUnread(state, service),
    refusedCount: session.refusedCount,
    refusedReason: session.refusedReason,
    canGoBack: session.canGoBack,
  };
}

/** Icons are fetched by address, so that a push of the projection stays small. */
function iconUrlOf(service: Service, siteIconVersion: number): string | undefined {
  switch (service.icon.kind) {
    case 'recipe':
      return undefined;
    case 'site':
      return siteIconVersion === 0
        ? undefined
        : `app://foyer/service-icon/${service.id}?v=${siteIconVersion}`;
    case 'chosen':
      // A PNG ends with a checksum of its picture, so its tail tells two pictures of one size apart.
      return `app://foyer/service-icon/${service.id}?v=chosen-${encodeURIComponent(service.icon.dataUrl.slice(-40))}`;
  }
}

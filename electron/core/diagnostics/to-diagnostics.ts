import { hostOf } from '../model/address';
import type { AppState } from '../state/app-state';
import { selectServiceSession } from '../state/selectors';
import { describeService } from './describe-service';
import { createLabels } from './labels';
import { megabytesOf } from './plain-facts';

/** An entry of the log, as far as it is no content (`main/log.ts`). */
interface ToldEntry {
  readonly atMs: number;
  readonly text: string;
  readonly error: object | undefined;
}

/** What is known beside the state: of the app, of the system, of processes; all of it numbers and words of ours. */
export interface DiagnosticsFacts {
  readonly app: Readonly<Record<string, string>>;
  readonly system: Readonly<Record<string, string | number | boolean>>;
  readonly processes: readonly {
    readonly type: string;
    readonly megabytes: number;
    readonly cpuPercent: number;
  }[];
  readonly log: readonly ToldEntry[];
  readonly recipeIds: readonly string[];
  readonly nowMs: number;
  readonly startedAtMs: number;
  readonly random: () => number;
}

/**
 * Gives what a person can send to somebody who is to find out what is wrong. All in it is named here: a member that is
 * not is not in it. Names, texts, addresses and tokens are in none of them; services and hosts have labels.
 */
export function toDiagnostics(state: AppState, facts: DiagnosticsFacts) {
  const { persisted, session } = state;
  const { services, settings } = persisted;
  const labelOf = createLabels(
    'service',
    services.map(({ id }) => id),
    facts.random,
  );
  const hostLabelOf = createLabels(
    'host',
    services.map(({ url }) => hostOf(url)),
    facts.random,
  );
  return {
    kind: 'foyer-diagnostics',
    version: 1,
    upForS: Math.round((facts.nowMs - facts.startedAtMs) / 1000),
    app: facts.app,
    system: {
      ...facts.system,
      language: session.language.language,
      online: session.online,
      dark: session.systemDark,
    },
    settings: {
      language: settings.language,
      theme: settings.theme,
      contrast: settings.contrast,
      textSize: settings.textSize,
      announce: settings.announce,
      barSize: settings.barSize,
      barShown: settings.barShown,
      badgeOf: settings.badgeOf,
      closeToTray: settings.closeToTray,
      downloads: settings.downloads.kind,
      busyPerHour: settings.busyPerHour,
      inboxDays: settings.inbox.days,
      inboxKeepText: settings.inbox.keepText,
      saving: settings.saving,
      sleep: {
        afterMin: settings.sleep.afterMin,
        deafToo: settings.sleep.deafToo,
        memoryPercent: settings.sleep.memoryPercent,
        pageLimitMb: settings.sleep.pageLimitMb,
        awakeMax: settings.sleep.awakeMax,
        checkEveryMin: settings.sleep.checkEveryMin,
        soonerOnBattery: settings.sleep.soonerOnBattery,
      },
    },
    counts: {
      services: services.length,
      workspaces: persisted.workspaces.length,
      rules: persisted.rules.length,
      temporaryRules: persisted.temporaryRules.length,
      patterns: persisted.patterns.length,
      serverMutes: persisted.serverMutes.length,
      schedules: persisted.focus.schedules.length,
      certificates: persisted.certificates.length,
      logins: persisted.logins.length,
      ownCertificates: persisted.ownCertificates.length,
      credentials: persisted.credentials.length,
      prompts: session.prompts.length,
      notices: session.notices.map(({ kind }) => kind),
      notifications: session.notifications.length,
    },
    now: {
      page: session.page,
      trayAvailable: session.trayAvailable,
      windowVisible: session.window.visible,
      windowFocused: session.window.focused,
      systemDnd: session.systemDnd,
      inbox: session.inbox.health.kind,
    },
    resources: {
      machineMegabytes: megabytesOf(session.resources.machineBytes),
      isPressed: session.resources.isPressed,
      isOnBattery: session.resources.isOnBattery,
      processes: facts.processes,
    },
    services: services
      .map((service) =>
        describeService(service, selectServiceSession(state, service.id), {
          labelOf,
          hostLabelOf,
          recipeIds: facts.recipeIds,
          bytes: session.resources.bytesByService[service.id],
          nowMs: facts.nowMs,
        }),
      )
      .toSorted((a, b) => a.service.localeCompare(b.service, 'en', { numeric: true })),
    log: facts.log.map(({ atMs, text, error }) => ({
      beforeS: Math.round((facts.nowMs - atMs) / 1000),
      text: withLabels(
        text,
        services.map(({ id }) => id),
        labelOf,
      ),
      error,
    })),
  };
}

/** Services stand in the log by their ids, which nobody else knows; those that are gone, too. */
function withLabels(text: string, ids: readonly string[], labelOf: (id: string) => string): string {
  const known = ids.reduce((now, id) => now.replaceAll(` of ${id}`, ` of ${labelOf(id)}`), text);
  return known.replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, 'service-gone');
}

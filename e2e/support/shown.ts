import type { TestInfo } from '@playwright/test';

/** Services whose channels Foyer knows. */
export const knowingServices = [
  'rocketchat',
  'mattermost',
  'zulip',
  'thelounge',
  'element',
  'converse',
] as const;

/** What is shown of them end to end, in the order of the table in `docs/services.md`. */
export const shownThings = [
  'signed-in',
  'list',
  'message',
  'mention',
  'group-mention',
  'thread-reply',
  'edit',
  'read-elsewhere',
  'mark-read',
  'mute',
  'mute-elsewhere',
  'hidden',
  'left',
  'renamed',
  'open',
  'on-screen',
  'attribution',
  'reload',
  'reconnect',
  'restart',
  'sign-out',
] as const;

export type KnowingService = (typeof knowingServices)[number];
export type ShownThing = (typeof shownThings)[number];

/** The kind of annotation that {@link shown} makes. */
export const SHOWN = 'shown';

/**
 * Says what a test shows of a service; give it as the test's details. The table in `docs/services.md` is made of those
 * that passed.
 */
export const shown = (service: KnowingService, ...things: readonly ShownThing[]) => ({
  annotation: things.map((thing) => ({ type: SHOWN, description: `${service} ${thing}` })),
});

/** The kind of annotation that {@link measured} makes. */
export const MEASURED = 'measured';

/** A figure of the benchmark that tests measure: right ÷ all notifications, or ms until something is seen. */
export type MeasuredFigure =
  | 'adapter.attribution'
  | 'adapter.openP95Ms'
  | 'switcher.openP95Ms'
  | 'switcher.keystrokeP95Ms'
  | 'switcher.droppedFrames'
  | 'asleep.fifty.extraMb'
  | 'asleep.opened.extraMb'
  | 'asleep.idle.cpu.percent'
  | 'asleep.notify.p95Ms'
  | 'asleep.burst.lost'
  | 'asleep.burst.doubled'
  | 'asleep.burst.mainPauseMs'
  | 'asleep.burst.mainRunMs'
  | 'sync.convergeP95Ms'
  | 'find.p95Ms'
  | 'download.ratio'
  | 'storm.mainPauseMs';

/** Gives the benchmark what a test measured of a service, of the app itself, or of the least an app can be. */
export const measured = (
  test: TestInfo,
  figure: MeasuredFigure,
  service: KnowingService | 'foyer' | 'floor',
  samples: readonly number[],
): void => {
  const description = JSON.stringify({
    figure,
    service,
    samples: samples.map((one) => Number(one.toFixed(3))),
  });
  test.annotations.push({ type: MEASURED, description });
};

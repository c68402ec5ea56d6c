/**
 * Longest text that a notification on the desktop has, in UTF-16 units. No desktop shows as much; some lay out whatever they are
 * given, line by line, before they show the next one.
 */
export const DESKTOP_BODY_MAX = 600;

/** Gives what the desktop is to show of a message, with a mark where something was left out. The inbox has it whole. */
export const toDesktopBody = (body: string): string =>
  body.length <= DESKTOP_BODY_MAX
    ? body
    : `${body
        .slice(0, DESKTOP_BODY_MAX - 1)
        .replace(/\p{Surrogate}$/u, '')
        .trimEnd()}…`;

import type { ServiceEvent } from '../core/ipc/service-messages';

type OwnCodeEvent = Extract<ServiceEvent, { readonly kind: 'own-code' }>;

/** What is used of the document and of Electron's `webFrame`. */
export interface OwnCodePort {
  readonly origin: string;
  /** Adds a style to this document, whatever the page allows; gives what takes it away again. */
  readonly addStyle: (css: string) => () => void;
  /** Runs a script as one of the page's own. */
  readonly run: (js: string) => Promise<unknown>;
  /** Calls once the document is whole; at once where it is. */
  readonly whenWhole: (then: () => void) => void;
  readonly problem: (error: unknown) => void;
}

/**
 * Gives what puts the person's own style and script into this document. The document itself looks at its origin, so that
 * what was sent to the one before never runs here. A script runs once, when the document is whole, with what the page has and no more.
 */
export function createOwnCode(port: OwnCodePort): (event: OwnCodeEvent) => void {
  const now: { removeStyle: (() => void) | undefined; hasRun: boolean } = {
    removeStyle: undefined,
    hasRun: false,
  };
  return ({ origin, css, js, isNew }) => {
    if (origin !== port.origin) return;
    now.removeStyle?.();
    now.removeStyle = css === '' ? undefined : port.addStyle(css);
    if (!isNew || js === '' || now.hasRun) return;
    now.hasRun = true;
    port.whenWhole(() => void port.run(js).catch(port.problem));
  };
}

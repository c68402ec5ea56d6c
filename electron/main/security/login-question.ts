import type { ServiceId } from '../../core/model/service';

/** Who asks for a name and password. */
export interface LoginQuestion {
  readonly serviceId: ServiceId;
  readonly host: string;
  /** Host and port. */
  readonly place: string;
  readonly realm: string;
  readonly isProxy: boolean;
  /** How the answer is sent, as Electron names it: `basic`, `digest`. */
  readonly scheme: string;
  /** What was to be loaded. */
  readonly url: string;
  /** False when an answer for this very request was refused; undefined where Electron does not tell. */
  readonly isFirst: boolean | undefined;
}

/** Who asks for what, without when and why. */
export interface LoginPlace extends Pick<
  LoginQuestion,
  'serviceId' | 'place' | 'realm' | 'isProxy' | 'scheme'
> {
  /** `https:` or `http:`; empty for a proxy, of which it is not told. */
  readonly protocol: string;
}

/** Gives the protocol of who asks; sockets count as the pages that open them. */
export function protocolOf({ url, isProxy }: Pick<LoginQuestion, 'url' | 'isProxy'>): string {
  if (isProxy || !URL.canParse(url)) return '';
  return new URL(url).protocol.replace(/^ws/, 'http');
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

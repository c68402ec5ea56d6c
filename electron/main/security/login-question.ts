import type { ServiceId } from '../../core/model/service';

/** Who asks for a name and password. */
export interface LoginQuestion {
  readonly serviceId: ServiceId;
  readonly host: string;
  /** Host and port. */
  readonly place: string;
  readonly realm: string;
  readonly isProxy: boolean;
  /** What was to be loaded. */
  readonly url: string;
  /** False when an answer for this very request was refused; undefined where Electron does not tell. */
  readonly isFirst: boolean | undefined;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

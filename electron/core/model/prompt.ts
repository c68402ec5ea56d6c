import type { PermissionName, ServiceId } from './service';
import type { SharePicker } from './share';

/** A question to the person about one service; drawn as a sheet under that service's header. */
export type Prompt =
  | {
      readonly kind: 'permission';
      readonly id: string;
      readonly serviceId: ServiceId;
      readonly origin: string;
      readonly permission: PermissionName;
    }
  | {
      readonly kind: 'share';
      readonly id: string;
      readonly serviceId: ServiceId;
      /** Of the frame that wants to see the screen. */
      readonly origin: string;
      readonly picker: SharePicker;
      /** What the computer plays can be shared too. */
      readonly isAudioOffered: boolean;
    }
  | {
      readonly kind: 'login';
      readonly id: string;
      readonly serviceId: ServiceId;
      readonly host: string;
      /** Host and port. */
      readonly place: string;
      readonly realm: string;
      readonly isProxy: boolean;
      /** `https:` or `http:`; empty for a proxy. */
      readonly protocol: string;
      /** How the answer is sent: `basic`, `digest`. */
      readonly scheme: string;
      /** True when an earlier answer was refused. */
      readonly again: boolean;
      /** The system can seal what is to be used again. */
      readonly canKeep: boolean;
    }
  | {
      readonly kind: 'own-certificate';
      readonly id: string;
      readonly serviceId: ServiceId;
      /** Who asks: host and port. */
      readonly place: string;
      readonly choices: readonly OwnCertificateChoice[];
    };

/** A certificate of the person's own that the system has. */
export interface OwnCertificateChoice {
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validToMs: number;
}

/** Most certificates offered. */
export const OWN_CHOICES_MAX = 50;

/** Most prompts one service may have open; more are refused and logged. */
export const PROMPTS_PER_SERVICE_MAX = 3;

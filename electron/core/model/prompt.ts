import type { PermissionName, ServiceId } from './service';

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
      readonly kind: 'login';
      readonly id: string;
      readonly serviceId: ServiceId;
      readonly host: string;
      readonly realm: string;
      readonly isProxy: boolean;
      /** True when an earlier answer was refused. */
      readonly again: boolean;
    };

/** Most prompts one service may have open; more are refused and logged. */
export const PROMPTS_PER_SERVICE_MAX = 3;

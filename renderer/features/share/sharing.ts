import type { ServiceProjection } from '../../../electron/core/ipc/projection';

/** Who sees something of the screen, and the one window they see where it is but that. */
export interface Sharing {
  readonly names: readonly string[];
  readonly window: string | undefined;
}

/** Gives who sees what of the screen. */
export function toSharing(services: readonly Pick<ServiceProjection, 'name' | 'shares'>[]): Sharing {
  const shares = services.flatMap((service) => service.shares);
  const [only] = shares;
  return {
    names: services.filter((service) => service.shares.length > 0).map(({ name }) => name),
    window: shares.length === 1 && only?.kind === 'window' && only.name !== '' ? only.name : undefined,
  };
}

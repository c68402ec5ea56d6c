import type { AppStore } from '../store/app-store';
import type { IconStore } from './icon-store';

/** Tells the state of the sites' icons that were kept from before. */
export async function showKeptIcons(store: AppStore, icons: Pick<IconStore, 'read'>): Promise<void> {
  await Promise.all(
    store.getState().persisted.services.map(async ({ id, icon }) => {
      if (icon.kind !== 'site' || (await icons.read(id)) === undefined) return;
      store.dispatch({ kind: 'site-icon-changed', serviceId: id });
    }),
  );
}

import type { Subscription } from '../chat/records.js';
import type { Client } from './client.js';
import type { Ddp } from './ddp.js';

/** Fetches what the person has of each room. */
export async function fetchSubscriptions({ subscriptions }: Client, ddp: Ddp): Promise<void> {
  const all = (await ddp.call('subscriptions/get')) as readonly Subscription[];
  subscriptions.set(new Map(all.map((one) => [one.rid, one])));
}

/** Keeps it right by what the server tells. */
export function startLists(client: Client, uid: string): () => void {
  const { subscriptions, user } = client;
  const ddp = client.ddp();
  const stops = [
    ddp.hear('notify-user', `${uid}/subscriptions-changed`, (action, changed) => {
      const one = changed as Subscription;
      const next = new Map(subscriptions.get());
      if (action !== 'removed') next.set(one.rid, one);
      else for (const [rid, { _id }] of next) if (_id === one._id) next.delete(rid);
      subscriptions.set(next);
    }),
    ddp.hear('notify-user', `${uid}/userData`, (sent) => {
      const { diff } = sent as { readonly diff?: object };
      user.set({ ...user.get(), ...diff });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

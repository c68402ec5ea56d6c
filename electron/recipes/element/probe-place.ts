import type { ElementKit, MatrixRoom } from './page-model';

/** Knows which room the page's address names, by id or by one of its aliases. Self-contained. */
export function addPlace(key: string): void {
  const kit = (globalThis as unknown as Record<string, ElementKit>)[key] as ElementKit;
  const plain = (part: string): string => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  const isCalled = (room: MatrixRoom, alias: string): boolean => {
    const others: unknown = room.getAltAliases?.();
    return room.getCanonicalAlias?.() === alias || (Array.isArray(others) && others.includes(alias));
  };
  kit.place = {
    shown: (client) => {
      const [, part = ''] = /^#\/room\/([^/?]+)/.exec(location.hash) ?? [];
      const name = plain(part);
      if (!name.startsWith('#') || client === undefined) return name;
      const list = client.getVisibleRooms();
      for (let i = 0; i < list.length; i += 1) {
        const room = list[i] as MatrixRoom;
        if (isCalled(room, name)) return room.roomId;
      }
      return '';
    },
  };
}

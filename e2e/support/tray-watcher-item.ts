import type { BusConnection, BusTarget } from './desktop-bus.js';

export interface TrayPixmap {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: alpha, red, green, blue. */
  readonly argb: Buffer;
}

export interface TrayItem {
  /** Its name on the bus. */
  readonly service: string;
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly status: 'Active' | 'Passive' | 'NeedsAttention';
  readonly iconName: string;
  readonly pixmaps: readonly TrayPixmap[];
  readonly tooltip: { readonly title: string; readonly text: string };
  readonly menuPath: string | undefined;
}

type Pixmap = readonly [width: number, height: number, argb: Buffer];

/** Reads all of an item from its app; undefined when the app has gone meanwhile. */
export async function readTrayItem(
  connection: BusConnection,
  target: BusTarget,
): Promise<TrayItem | undefined> {
  const properties = { ...target, interface: 'org.freedesktop.DBus.Properties' };
  const answer = await connection.call(properties, 'GetAll', 's', [target.interface]).catch(() => undefined);
  if (!answer) return undefined;
  const all = answer[0] as Record<string, unknown>;
  const text = (key: string) => (typeof all[key] === 'string' ? all[key] : '');
  const [, , tipTitle, tipText] = (all['ToolTip'] ?? ['', [], '', '']) as [string, Pixmap[], string, string];
  return {
    service: target.name,
    path: target.path,
    id: text('Id'),
    title: text('Title'),
    status: text('Status') as TrayItem['status'],
    iconName: text('IconName'),
    pixmaps: ((all['IconPixmap'] ?? []) as Pixmap[]).map(([width, height, argb]) => ({
      width,
      height,
      argb,
    })),
    tooltip: { title: tipTitle, text: tipText },
    menuPath: all['Menu'] === undefined ? undefined : text('Menu'),
  };
}

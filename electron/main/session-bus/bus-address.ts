/**
 * Gives the first socket of a D-Bus address (`unix:path=…`, `unix:abstract=…`) in the form dbus-next hands on to `net`
 * unchanged; `undefined` when there is none it could open.
 */
export function toSocketAddress(address: string): string | undefined {
  for (const one of address.split(';')) {
    const [family, rest] = splitOnce(one, ':');
    if (family !== 'unix') continue;
    const parts = new Map(rest.split(',').map((part) => splitOnce(part, '=')));
    const name = toSocketName(parts.get('path'), parts.get('abstract'));
    // dbus-next splits what it is given at these again and knows no escapes.
    if (name !== undefined && name !== '' && !/[;:,=]/.test(name)) return `unix:socket=${name}`;
  }
  return undefined;
}

function toSocketName(path: string | undefined, abstract: string | undefined): string | undefined {
  try {
    if (path !== undefined) return decodeURIComponent(path);
    // Node names abstract sockets by a leading NUL.
    return abstract === undefined ? undefined : `\0${decodeURIComponent(abstract)}`;
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

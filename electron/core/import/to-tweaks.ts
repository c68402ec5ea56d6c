import { isProxyHost, type Proxy } from '../model/proxy';
import type { ServiceId } from '../model/service';
import { isUntweaked, noTweaks, OWN_CODE_MAX, isUserAgent, type Tweaks } from '../model/tweaks';
import type { ForeignCode, ForeignSettings } from './foreign';
import { toFields, toFlag, toText, unpacked } from './loose';

/** Something of the pages of a service that comes along; each has its text under `moving.brings.`. */
export type Brings = 'css' | 'js' | 'dark' | 'user-agent' | 'proxy';

/** What the proxy of an entry comes to; `undefined` where it has none that is on. */
export type ForeignProxy = { readonly proxy: Proxy | undefined; readonly hasPassword: boolean } | undefined;

/** Reads a proxy as Ferdium has it: a host and a port, for all kinds of addresses. */
export function readProxy(value: unknown): ForeignProxy {
  const given = toFields(unpacked(value));
  if (given === undefined) return undefined;
  const host = toText(given['host']);
  if (!toFlag(given['isEnabled'], host !== '')) return undefined;
  const typed = toText(given['port']);
  const port = typed === '' ? 80 : Number(typed);
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  return {
    proxy:
      isProxyHost(host) && isPort ? { kind: 'server', scheme: 'http', host, port, except: [] } : undefined,
    hasPassword: toText(given['user']) !== '' || toText(given['password']) !== '',
  };
}

/** Gives a user agent that can be sent; `undefined` for none, or what no server may be told. */
export function readUserAgent(value: unknown): string | undefined {
  const text = toText(value);
  return text !== '' && isUserAgent(text) ? text : undefined;
}

/** Gives how the pages of a service will be; `undefined` where nothing of it comes. */
export function toTweaks(
  serviceId: ServiceId,
  { code, tweaks }: Pick<ForeignSettings, 'code' | 'tweaks'>,
): Tweaks | undefined {
  const come: Tweaks = {
    ...noTweaks(serviceId),
    ...tweaks,
    css: joined(code, 'css'),
    js: joined(code, 'js'),
  };
  return isUntweaked(come) ? undefined : come;
}

/** True where something that was written for the pages stays behind. */
export const leavesCode = (code: readonly ForeignCode[]): boolean =>
  code.some(({ kind }) => kind === 'app-js') ||
  (['css', 'js'] as const).some((kind) => joined(code, kind) === '' && code.some((one) => one.kind === kind));

/** Says what of the pages comes along. */
export function toBrings(settings: Pick<ForeignSettings, 'code' | 'tweaks'>): readonly Brings[] {
  const come = toTweaks('brings', settings);
  if (come === undefined) return [];
  const all: readonly (readonly [Brings, boolean])[] = [
    ['css', come.css !== ''],
    ['js', come.js !== ''],
    ['dark', come.dark !== 'off'],
    ['user-agent', come.userAgent !== ''],
    ['proxy', come.proxy.kind !== 'system'],
  ];
  return all.flatMap(([what, isThere]) => (isThere ? [what] : []));
}

/** All of one kind, one after the other; what is too long is not cut, since half of it could mean something else. */
function joined(code: readonly ForeignCode[], kind: ForeignCode['kind']): string {
  const text = code
    .filter((one) => one.kind === kind)
    .map((one) => one.text)
    .join('\n');
  return text.length > OWN_CODE_MAX ? '' : text;
}

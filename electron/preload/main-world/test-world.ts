import vm from 'node:vm';
import { installParts, type Func } from './install';
import { before, standIns } from './page';

/** A bare world to run parts in, each by its source alone as Electron does, so that a part that leans on its module fails. */
export interface TestWorld {
  /** Runs source in the world. */
  readonly run: (source: string) => unknown;
  readonly sent: Record<string, unknown>[];
  readonly deliver: (event: object) => void;
  readonly native: unknown;
}

const prelude = `(() => {
  globalThis.asked = 0;
  class Notification extends EventTarget {
    static get permission() { return globalThis.permission; }
    static get maxActions() { return 2; }
    static requestPermission() { globalThis.asked += 1; return Promise.resolve(globalThis.permission); }
  }
  globalThis.Notification = Notification;
  class ServiceWorkerRegistration {
    #scope = 'https://chat.example/';
    get scope() { return this.#scope; }
    get active() { return globalThis.active; }
    showNotification() {}
    getNotifications() {}
  }
  globalThis.ServiceWorkerRegistration = ServiceWorkerRegistration;
  class Navigator {
    #agent = 'x';
    get userAgent() { return this.#agent; }
    setAppBadge() {}
    clearAppBadge() {}
    getUserMedia(wanted, done, failed) {
      if (arguments.length < 3) throw new TypeError('3 arguments required');
      done(new MediaStream([new MediaStreamTrack()]));
    }
  }
  class MediaStreamTrack extends EventTarget {
    // Written out: the one that is there by itself walks a list.
    constructor() { super(); }
    #state = 'live';
    #kind = 'audio';
    #id = String((globalThis.made = (globalThis.made ?? 0) + 1));
    get id() { return this.#id; }
    get readyState() { return this.#state; }
    get kind() { return this.#kind; }
    static ofKind(kind) { const track = new MediaStreamTrack(); track.#kind = kind; return track; }
    stop() { this.#state = 'ended'; }
    clone() { const copy = MediaStreamTrack.ofKind(this.#kind); copy.#state = this.#state; return copy; }
    static end(track) {
      track.#state = 'ended';
      track.dispatchEvent(Object.defineProperty(new Event('ended'), 'isTrusted', { value: true }));
    }
    static again(track) { const same = MediaStreamTrack.ofKind(track.kind); same.#id = track.id; return same; }
    static handOver(track) { track.#state = 'ended'; }
  }
  class MediaStream {
    #tracks;
    constructor(tracks = []) { this.#tracks = tracks.slice(); }
    getTracks() { return this.#tracks.slice(); }
    clone() { return new MediaStream(this.#tracks.map((track) => track.clone())); }
  }
  class MediaDeviceInfo {
    #facts;
    constructor(...facts) { this.#facts = facts; }
    get kind() { return this.#facts[0]; }
    get label() { return this.#facts[1]; }
    get deviceId() { return this.#facts[2]; }
  }
  globalThis.MediaDeviceInfo = MediaDeviceInfo;
  class MediaDevices {
    enumerateDevices() { return globalThis.noDevices ? Promise.reject(new Error('none')) : Promise.resolve(globalThis.there ?? []); }
    getUserMedia(wanted) {
      globalThis.wanted = wanted;
      if (typeof wanted === 'object' && wanted !== null) return Promise.resolve(new MediaStream([new MediaStreamTrack()]));
      return wanted === 'refuse'
        ? Promise.reject(new DOMException('no', 'NotAllowedError'))
        : wanted === 'video'
          ? Promise.resolve(new MediaStream([MediaStreamTrack.ofKind('video')]))
          : Promise.resolve(new MediaStream(Array.from({ length: wanted }, () => new MediaStreamTrack())));
    }
    async getDisplayMedia(wanted) {
      wanted?.video;
      await undefined;
      return typeof wanted === 'string'
        ? Promise.reject(new DOMException('no', wanted))
        : Promise.resolve(new MediaStream([MediaStreamTrack.ofKind('video')]));
    }
  }
  Object.assign(globalThis, { MediaStreamTrack, MediaStream, MediaDevices });
  globalThis.Navigator = Navigator;
  class UserActivation { get isActive() { return globalThis.isActive ?? true; } }
  globalThis.UserActivation = UserActivation;
  globalThis.navigator = Object.assign(new Navigator(), { mediaDevices: new MediaDevices(), userActivation: new UserActivation() });
  class Node { get baseURI() { return 'https://chat.example/rooms/1'; } }
  class Document extends Node { get defaultView() { return globalThis.view; } }
  Object.assign(globalThis, { Node, Document, document: new Document(), window: globalThis, view: {}, permission: 'granted', active: {} });
  class DOMStringList { #list; constructor(list) { this.#list = list; } get length() { return this.#list.length; } item(i) { return this.#list[i]; } }
  globalThis.DOMStringList = DOMStringList;
  Object.defineProperty(globalThis, 'origin', { get: () => 'https://chat.example' });
  globalThis.location = Object.defineProperty({ href: 'https://chat.example/rooms/1' }, 'ancestorOrigins', { get: () => new DOMStringList(globalThis.ancestors ?? []) });
})()`;

/** Makes a world with stand-ins for the natives, and installs the parts in it. */
export function createTestWorld(before: readonly Func[], after: readonly Func[]): TestWorld {
  const sent: Record<string, unknown>[] = [];
  const context = vm.createContext({ EventTarget, Event, DOMException, URL, structuredClone, setTimeout });
  vm.runInContext(prelude, context);
  const native: unknown = vm.runInContext('Notification', context);
  const deliver = installParts(
    ({ func, args }) =>
      Reflect.apply(vm.runInContext(`(${String(func)})`, context) as () => unknown, undefined, args),
    'kit-key',
    { seed: 'seed', send: (text) => void sent.push(JSON.parse(text) as Record<string, unknown>) },
    [before, after],
  );
  return {
    run: (source) => vm.runInContext(source, context) as unknown,
    sent,
    deliver: (event) => {
      deliver(JSON.stringify(event));
    },
    native,
  };
}

/** Makes a world with all that a page gets. */
export const openPage = (): TestWorld => createTestWorld(before, standIns);

import { tweaksOf } from '../../core/model/tweaks';
import { takesLogin } from '../../core/model/proxy';
import type { SealPort } from '../seal-port';
import { sealLogin } from '../security/login-memory';
import type { AppStore } from '../store/app-store';
import { checkScript } from './check-script';
import { withoutUndefined } from './policy-handlers';
import type { Handlers } from './serve-commands';

export interface TweakHandlerDeps {
  readonly store: AppStore;
  readonly seal: SealPort;
  readonly restart: (isSafeMode: boolean) => void;
}

type TweakCommand =
  | 'service.tweak'
  | 'service.code'
  | 'service.set-code'
  | 'service.set-proxy'
  | 'service.clear-data'
  | 'app.restart';

/** Gives the handlers of commands about what the person changes of the pages of a service. */
export function createTweakHandlers({
  store,
  seal,
  restart,
}: TweakHandlerDeps): Pick<Handlers, TweakCommand> {
  const { dispatch } = store;
  return {
    'service.tweak': ({ serviceId, changes }) =>
      dispatch({ kind: 'service-tweaked', serviceId, changes: withoutUndefined(changes) }),
    'service.code': ({ serviceId }) => {
      const { css, js } = tweaksOf(store.getState().persisted.tweaks, serviceId);
      return { css, js };
    },
    'service.set-code': ({ serviceId, css, js }) => {
      const checked = checkScript(js);
      if (checked.kind === 'saved') dispatch({ kind: 'service-tweaked', serviceId, changes: { css, js } });
      return checked;
    },
    'service.set-proxy': ({ serviceId, proxy, login }) => {
      const isWanted = login !== undefined && login !== null && takesLogin(proxy);
      const sealed = isWanted ? sealLogin(seal, login) : null;
      const proxyLogin = login === undefined ? {} : { proxyLogin: sealed ?? null };
      dispatch({ kind: 'service-tweaked', serviceId, changes: { proxy, ...proxyLogin } });
      return { kind: sealed === undefined ? 'unsealed' : 'set' };
    },
    'service.clear-data': ({ serviceId, what }) =>
      dispatch(
        what === 'cache'
          ? { kind: 'cache-clearing-requested', serviceId }
          : { kind: 'data-clearing-requested', serviceId, what },
      ),
    'app.restart': ({ isSafeMode }) => restart(isSafeMode),
  };
}

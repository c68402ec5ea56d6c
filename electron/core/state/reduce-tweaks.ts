import { proxyPlace, takesLogin } from '../model/proxy';
import { isUntweaked, tweaksOf, type TweakChanges } from '../model/tweaks';
import type { ServiceId } from '../model/service';
import type { AppState } from './app-state';
import { withPersisted } from './change';
import { isServiceThere } from './is-service';
import type { TweakAction } from './tweak-actions';

/** Applies what the person changed of the pages of services. */
export function reduceTweaks(state: AppState, action: TweakAction): AppState {
  switch (action.kind) {
    case 'service-tweaked':
      return tweak(state, action.serviceId, action.changes);
    case 'proxy-login-forgotten':
      return tweak(state, action.serviceId, { proxyLogin: null });
  }
}

/** A password is for one proxy: with another there is none, unless it comes along. */
function tweak(state: AppState, serviceId: ServiceId, changes: TweakChanges): AppState {
  if (!isServiceThere(state, serviceId)) return state;
  const before = tweaksOf(state.persisted.tweaks, serviceId);
  const changed = { ...before, ...changes };
  const isOther =
    proxyPlace(before.proxy) !== proxyPlace(changed.proxy) || before.proxy.kind !== changed.proxy.kind;
  const isGone = !takesLogin(changed.proxy) || (isOther && changes.proxyLogin === undefined);
  const after = isGone ? { ...changed, proxyLogin: null } : changed;
  const others = state.persisted.tweaks.filter((one) => one.serviceId !== serviceId);
  if (isUntweaked(after)) return withPersisted(state, { tweaks: others });
  const isKnown = others.length < state.persisted.tweaks.length;
  return withPersisted(state, {
    tweaks: isKnown
      ? state.persisted.tweaks.map((one) => (one.serviceId === serviceId ? after : one))
      : [...others, after],
  });
}

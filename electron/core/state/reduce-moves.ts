import { OWN_KEYS_MAX, ZOOM_MAX, ZOOM_MIN } from '../model/service';
import { nothingSought } from '../model/find';
import type { AppState } from './app-state';
import { withPersisted, withService, withSession } from './change';
import type { MoveAction } from './move-actions';
import { isSamePlace } from '../model/place';
import { placeOf, recentPlaces } from './places';

/** Applies what is done by key beside going somewhere. */
export function reduceMoves(state: AppState, action: MoveAction): AppState {
  switch (action.kind) {
    case 'surface-shown':
      return withSession(state, {
        surface: action.surface,
        switching: undefined,
        ownFind: action.surface === 'find' ? undefined : state.session.ownFind,
      });
    case 'surface-closed':
      return withSession(state, { surface: undefined });
    case 'switching-stepped':
      return step(state, action.step);
    case 'switching-listed':
      return state.session.switching === undefined
        ? state
        : withSession(state, { switching: { ...state.session.switching, isListed: true } });
    case 'switching-ended':
      return withSession(state, { switching: undefined });
    case 'service-zoomed': {
      const zoomPercent = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, Math.round(action.zoomPercent)));
      return Number.isNaN(zoomPercent) ? state : withService(state, action.serviceId, { zoomPercent });
    }
    case 'keys-changed':
      return withPersisted(state, { keys: { ...state.persisted.keys, ...action.keys } });
    case 'service-keys-kept-set':
      return withService(state, action.serviceId, {
        ownKeys: [...new Set(action.ownKeys)].slice(0, OWN_KEYS_MAX),
      });
    case 'key-recording-set':
      return withSession(state, { recordingKeys: action.isOn });
    case 'find-asked': {
      const { text, matchCase } = action;
      // What was found is shown until the page has answered, so that it does not flicker while one types.
      const found = text === '' ? nothingSought : state.session.find;
      return withSession(state, { find: { ...found, text, matchCase, isAnswered: text === '' } });
    }
    case 'find-answered':
      return withSession(state, {
        find: { ...state.session.find, at: action.at, count: action.count, isAnswered: true },
      });
    case 'system-key-settled':
      return withSession(state, { systemKey: action.state });
    case 'find-stepped':
    case 'system-key-pressed':
    case 'services-reload-requested':
      return state;
  }
}

/** The first step goes to where one was before; beyond the ends it goes round. */
function step(state: AppState, by: 1 | -1): AppState {
  const { switching } = state.session;
  const places = switching?.places ?? recentPlaces(state);
  // From the inbox or the settings the first is not where one is.
  const from = switching?.at ?? (isSamePlace(placeOf(state), places[0]) ? 0 : -1);
  if (places.length < (from === 0 && switching === undefined ? 2 : 1)) return state;
  const at = (Math.max(from, by === 1 ? -1 : 0) + by + places.length) % places.length;
  return withSession(state, { switching: { places, at, isListed: switching?.isListed ?? false } });
}

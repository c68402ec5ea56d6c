import { PROMPTS_PER_SERVICE_MAX, type Prompt } from '../model/prompt';
import type { Notice } from '../model/notice';
import { isSameRect } from '../model/window';
import type { PromptAction, ShellAction } from './actions';
import type { AppState } from './app-state';
import { withPersisted, withSession } from './change';

/** Most notices kept; older ones give way. */
const NOTICES_MAX = 5;

/** Applies what happens to the shell itself: window, settings, prompts, notices. */
export function reduceShell(state: AppState, action: ShellAction | PromptAction): AppState {
  switch (action.kind) {
    case 'page-shown':
      return withSession(state, { page: action.page });
    case 'overlay-changed':
      return withSession(state, { overlayOpen: action.open });
    case 'settings-changed':
      return changeSettings(state, action);
    case 'pause-ended': {
      const { notifications } = state.persisted.settings;
      return notifications.kind === 'paused-until' && notifications.untilMs <= action.nowMs
        ? changeSettings(state, { settings: { notifications: { kind: 'on' } } })
        : state;
    }
    case 'window-placed':
      return placeWindow(state, action);
    case 'window-changed':
      return changeWindow(state, action);
    case 'network-changed':
      return withSession(state, { online: action.online });
    case 'tray-availability-changed':
      return withSession(state, { trayAvailable: action.available });
    case 'system-theme-changed':
      return withSession(state, { systemDark: action.dark });
    case 'notice-shown':
      return showNotice(state, action.notice);
    case 'notice-dismissed':
      return dropNotice(state, action.noticeId);
    case 'prompt-opened':
      return openPrompt(state, action.prompt);
    case 'prompt-closed':
      return closePrompt(state, action.promptId);
    case 'quit-requested':
      return withSession(state, { quitting: true });
    case 'shell-painted':
      return withSession(state, { shellPainted: true });
    case 'window-show-requested':
    case 'keyboard-move-requested':
      return state;
  }
}

function changeSettings(
  state: AppState,
  action: Pick<Extract<ShellAction, { kind: 'settings-changed' }>, 'settings'>,
): AppState {
  const settings = { ...state.persisted.settings, ...action.settings };
  return JSON.stringify(settings) === JSON.stringify(state.persisted.settings)
    ? state
    : withPersisted(state, { settings });
}

function placeWindow(state: AppState, { place }: Extract<ShellAction, { kind: 'window-placed' }>): AppState {
  const before = state.persisted.window;
  const isSamePlace =
    before.maximized === place.maximized &&
    (before.bounds === place.bounds ||
      (before.bounds !== null && place.bounds !== null && isSameRect(before.bounds, place.bounds)));
  return isSamePlace ? state : withPersisted(state, { window: place });
}

function changeWindow(
  state: AppState,
  { window }: Extract<ShellAction, { kind: 'window-changed' }>,
): AppState {
  const before = state.session.window;
  const isSame =
    before.visible === window.visible &&
    before.focused === window.focused &&
    isSameRect(before.content, window.content);
  return isSame ? state : withSession(state, { window });
}

function showNotice(state: AppState, notice: Notice): AppState {
  const others = state.session.notices.filter((one) => one.id !== notice.id);
  return withSession(state, { notices: [...others, notice].slice(-NOTICES_MAX) });
}

function dropNotice(state: AppState, noticeId: string): AppState {
  const notices = state.session.notices.filter((notice) => notice.id !== noticeId);
  return notices.length === state.session.notices.length ? state : withSession(state, { notices });
}

/** True when one more prompt of this service may be opened. */
export const canOpenPrompt = (state: AppState, serviceId: string): boolean =>
  state.session.prompts.filter((prompt) => prompt.serviceId === serviceId).length < PROMPTS_PER_SERVICE_MAX;

function openPrompt(state: AppState, prompt: Prompt): AppState {
  const isKnown = state.persisted.services.some((service) => service.id === prompt.serviceId);
  if (!isKnown || !canOpenPrompt(state, prompt.serviceId)) return state;
  return withSession(state, { prompts: [...state.session.prompts, prompt] });
}

function closePrompt(state: AppState, promptId: string): AppState {
  const prompts = state.session.prompts.filter((prompt) => prompt.id !== promptId);
  return prompts.length === state.session.prompts.length ? state : withSession(state, { prompts });
}

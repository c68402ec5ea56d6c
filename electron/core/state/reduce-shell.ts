import { PROMPTS_PER_SERVICE_MAX, type Prompt } from '../model/prompt';
import type { Settings } from '../model/settings';
import type { PromptAction, ShellAction } from './actions';
import type { FullScreenAction, PageAction } from './page-actions';
import type { OutsideAction } from './outside-actions';
import type { AppState, Session, ShellPage } from './app-state';
import { isApartSeen } from './select-own-windows';
import { selectSeenService } from './selectors';
import { addNotice, nothingCalledUp, withPersisted, withSession, withoutNotice } from './change';
import { isServiceOn } from './is-service';

/** Applies what happens to the shell itself: window, settings, prompts, notices. */
export function reduceShell(
  state: AppState,
  action: ShellAction | PromptAction | FullScreenAction | PageAction | OutsideAction,
): AppState {
  switch (action.kind) {
    case 'page-shown':
      return withSession(state, {
        page: action.page,
        settingsAt: action.at,
        addressAsked: undefined,
        ...nothingCalledUp,
        recordingKeys: false,
        ...withoutWish(state, action.page),
      });
    case 'overlay-changed':
      // Also said when the shell is loaded anew, and with it goes whoever was recording.
      return withSession(state, {
        overlayOpen: action.open,
        recordingKeys: action.open && state.session.recordingKeys,
      });
    case 'settings-changed':
      return changeSettings(state, action.settings);
    case 'window-placed':
      return withPersisted(state, { window: action.place });
    case 'window-changed':
      return withSession(state, {
        window: action.window,
        // Nobody presses keys for us where they are not heard.
        recordingKeys: state.session.recordingKeys && action.window.focused,
      });
    case 'network-changed':
      return withSession(state, { online: action.online });
    case 'tray-availability-changed':
      return withSession(state, { trayAvailable: action.available });
    case 'system-theme-changed':
      return withSession(state, { systemDark: action.dark });
    case 'language-changed':
      return withSession(state, { language: action.language });
    case 'notice-shown':
      return withSession(state, { notices: addNotice(state.session.notices, action.notice) });
    case 'notice-dismissed':
      return withoutNotice(state, action.noticeId);
    case 'prompt-opened':
      return openPrompt(state, action.prompt);
    case 'prompt-closed':
      return withSession(state, {
        prompts: state.session.prompts.filter((prompt) => prompt.id !== action.promptId),
      });
    case 'full-screen-entered':
      return enterFullScreen(state, action.serviceId, action.host);
    case 'full-screen-signed':
      return state.session.fullScreen === undefined
        ? state
        : withSession(state, { fullScreen: { ...state.session.fullScreen, isSigned: false } });
    case 'full-screen-left':
      return withSession(state, { fullScreen: undefined });
    case 'outside-asked':
      return withSession(state, { asked: action.question });
    case 'add-service-asked':
      return withSession(state, {
        page: 'add-service',
        addressAsked: action.address,
        ...nothingCalledUp,
      });
    case 'quit-requested':
      return withSession(state, { quitting: true });
    case 'shell-painted':
      return withSession(state, { shellPainted: true });
    case 'system-resumed':
    case 'window-show-requested':
    case 'keyboard-move-requested':
    case 'page-act-requested':
    case 'full-screen-toggled':
      return state;
  }
}

const changeSettings = (state: AppState, settings: Partial<Settings>): AppState =>
  withPersisted(state, { settings: { ...state.persisted.settings, ...settings } });

/** Only a page that is looked at fills the screen. */
const enterFullScreen = (state: AppState, serviceId: string, host: string): AppState =>
  selectSeenService(state) === serviceId || isApartSeen(state, serviceId)
    ? withSession(state, { fullScreen: { serviceId, host, isSigned: true } })
    : state;

/** True when one more prompt of this service may be opened. */
export const canOpenPrompt = (state: AppState, serviceId: string): boolean =>
  state.session.prompts.filter((prompt) => prompt.serviceId === serviceId).length < PROMPTS_PER_SERVICE_MAX;

function openPrompt(state: AppState, prompt: Prompt): AppState {
  const { serviceId } = prompt;
  const isOpen = state.session.prompts.some((one) => one.id === prompt.id);
  if (!isServiceOn(state, serviceId) || isOpen || !canOpenPrompt(state, serviceId)) return state;
  return withSession(state, { prompts: [...state.session.prompts, prompt] });
}

/** Opened from the bar the inbox shows all, whatever it was asked for before. */
const withoutWish = ({ session }: AppState, page: ShellPage): Pick<Session, 'inboxFilter'> | undefined =>
  page === 'inbox' && Object.keys(session.inboxFilter).length > 0 ? { inboxFilter: {} } : undefined;

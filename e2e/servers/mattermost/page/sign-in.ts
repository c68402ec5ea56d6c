import type { Client4 } from '@mattermost/client';
import { base, pathHere } from './base.js';
import { tellSessionExpired } from './desktop.js';
import { showNotification } from './notify.js';

const WAS_LOGGED_IN = 'was_logged_in';

/** Remembers that somebody was signed in, so that a session that ended can be told from one that never was. */
export function rememberLogin(isIn: boolean): void {
  if (isIn) localStorage.setItem(WAS_LOGGED_IN, 'true');
  else localStorage.removeItem(WAS_LOGGED_IN);
}

/** Drops the cookies that are the page's to drop. */
export function dropCookies(): void {
  for (const name of ['MMUSERID', 'MMCSRF']) document.cookie = `${name}=; Path=${base || '/'}; Max-Age=0`;
}

/** Shows the form, and that the session ended if there was one; gives back when somebody is signed in. */
export function askForPassword(rest: Client4, siteName: string): Promise<void> {
  const isExpired = localStorage.getItem(WAS_LOGGED_IN) === 'true';
  if (!pathHere().startsWith('/login')) {
    const wanted = pathHere() === '/' ? '' : `?redirect_to=${encodeURIComponent(pathHere())}`;
    history.replaceState(null, '', `${base}/login${wanted}`);
  }
  document.title = `Log in | ${siteName}`;
  tellSessionExpired(isExpired);
  if (isExpired)
    void showNotification(
      siteName,
      'Session Expired: Please sign in to continue receiving notifications.',
      { isSilent: false, isKept: true },
      () => undefined,
    );
  return new Promise((resolve) => {
    const form = drawForm(isExpired ? 'Your session has expired. Please log in again.' : '');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const data = new FormData(form);
      rest.login(textIn(data, 'loginId'), textIn(data, 'password')).then(
        () => {
          tellSessionExpired(false);
          rememberLogin(true);
          const wanted = new URLSearchParams(location.search).get('redirect_to');
          history.replaceState(null, '', `${base}${wanted?.startsWith('/') ? wanted : '/'}`);
          resolve();
        },
        (error: Error) => showMessage(error.message),
      );
    });
  });
}

function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

function drawForm(message: string): HTMLFormElement {
  const form = document.createElement('form');
  form.innerHTML = `
    <h1>Log in to your account</h1>
    <p class="AlertBanner__title" role="alert"></p>
    <input id="input_loginId" name="loginId" autocomplete="username" aria-label="Email or Username">
    <input id="input_password-input" name="password" type="password" autocomplete="current-password" aria-label="Password">
    <button id="saveSetting" type="submit">Log in</button>`;
  document.querySelector('#root')?.replaceChildren(form);
  showMessage(message);
  return form;
}

function showMessage(text: string): void {
  const line = document.querySelector('.AlertBanner__title');
  if (line !== null) line.textContent = text;
}

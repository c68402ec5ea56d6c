import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startWords } from './i18n';
import { startConnection, startEvents, startNetworkReport, startOverlay } from './store/connection';
import { startShellKeys } from './store/shell-keys';
import { createShellStore } from './store/shell-store';
import { startLook } from './store/look';
import { ShellProvider } from './store/use-shell';
import './styles/tokens.css';
import './styles/base.css';

const OwnLine = lazy(async () => ({
  default: (await import('./features/own-window/own-line')).OwnLine,
}));

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const store = createShellStore();
const words = startWords(store, document.documentElement);
startLook(store, document.documentElement, { matchMedia: (query) => window.matchMedia(query) });
startConnection(store, window.shell);
// In a service's own window it is the line over the page, and nothing else.
const ownId = /^#own=(.+)$/.exec(location.hash)?.[1];
if (ownId === undefined) {
  startOverlay(store, window.shell);
  startEvents(window.shell, document);
  startShellKeys(store, window.shell, document);
  startNetworkReport(window, window.shell);
}
void words.then(() =>
  createRoot(root).render(
    <ShellProvider store={store} bridge={window.shell}>
      {ownId === undefined ? (
        <App />
      ) : (
        <Suspense>
          <OwnLine serviceId={ownId} />
        </Suspense>
      )}
    </ShellProvider>,
  ),
);

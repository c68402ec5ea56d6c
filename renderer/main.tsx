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

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const store = createShellStore();
const words = startWords(store, document.documentElement);
startLook(store, document.documentElement, { matchMedia: (query) => window.matchMedia(query) });
startOverlay(store, window.shell);
startEvents(window.shell, document);
startShellKeys(store, window.shell, document);
startConnection(store, window.shell);
startNetworkReport(window, window.shell);
void words.then(() =>
  createRoot(root).render(
    <ShellProvider store={store} bridge={window.shell}>
      <App />
    </ShellProvider>,
  ),
);

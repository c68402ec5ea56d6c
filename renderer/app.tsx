import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { isPageUp, isStillShown } from '../electron/core/decide/page-up';
import type { Projection } from '../electron/core/ipc/projection';
import type { ShellPage } from '../electron/core/state/app-state';
import { AddServiceFlow } from './features/add-service/add-service-flow';
import { Announcer } from './features/announce/announcer';
import { Header } from './features/header/header';
import { StandIn } from './features/split/stand-in';
import { ServiceBar } from './features/sidebar/service-bar';
import { Welcome } from './features/welcome/welcome';
import { isAskedHere, selectActive } from './store/shell-store';
import { useProjection, useShell } from './store/use-shell';
import './app.css';

const SettingsPage = lazy(async () => ({
  default: (await import('./features/settings/settings-page')).SettingsPage,
}));
const InboxPage = lazy(async () => ({
  default: (await import('./features/inbox/inbox-page')).InboxPage,
}));
const RulesPage = lazy(async () => ({
  default: (await import('./features/rules/rules-page')).RulesPage,
}));
const MovingPage = lazy(async () => ({
  default: (await import('./features/moving/moving-page')).MovingPage,
}));
const Sides = lazy(async () => ({ default: (await import('./features/split/sides')).Sides }));
const LockScreen = lazy(async () => ({
  default: (await import('./features/lock/lock-screen')).LockScreen,
}));
const Prompts = lazy(async () => ({ default: (await import('./features/prompts/prompts')).Prompts }));
const AskedSheet = lazy(async () => ({
  default: (await import('./features/outside/asked-sheet')).AskedSheet,
}));
const NoticeLine = lazy(async () => ({
  default: (await import('./features/notices/notice-line')).NoticeLine,
}));
const BusyHint = lazy(async () => ({ default: (await import('./features/busy-hint/busy-hint')).BusyHint }));
const FullScreenSign = lazy(async () => ({
  default: (await import('./features/full-screen/full-screen-sign')).FullScreenSign,
}));
const Switching = lazy(async () => ({
  default: (await import('./features/switching/switching')).Switching,
}));
const DiagnosticsDialog = lazy(async () => ({
  default: (await import('./features/diagnostics/diagnostics-dialog')).DiagnosticsDialog,
}));
const KeysSheet = lazy(async () => ({ default: (await import('./features/keys/keys-sheet')).KeysSheet }));
const DownloadsSheet = lazy(async () => ({
  default: (await import('./features/downloads/downloads-sheet')).DownloadsSheet,
}));
const ProcessesSheet = lazy(async () => ({
  default: (await import('./features/processes/processes-sheet')).ProcessesSheet,
}));
const TweakSurface = lazy(async () => ({
  default: (await import('./features/tweaks/tweak-surface')).TweakSurface,
}));
const ApartPage = lazy(async () => ({
  default: (await import('./features/own-window/apart-page')).ApartPage,
}));
const loadSwitcher = () => import('./features/switcher/switcher');
const Switcher = lazy(async () => ({ default: (await loadSwitcher()).Switcher }));
const Overlays = lazy(async () => ({ default: (await import('./features/overlays/overlays')).Overlays }));

/** The whole window. Nothing is drawn before main has said what there is. */
export function App(): ReactNode {
  const lock = useShell((state) => state.projection?.lock.kind);
  if (lock === undefined) return null;
  return lock === 'locked' ? (
    <Suspense>
      <LockScreen />
    </Suspense>
  ) : (
    <Window />
  );
}

type Area = 'welcome' | 'apart' | 'clear' | 'instead' | Exclude<ShellPage, 'service'>;

/** Decides what fills the page area; `clear` leaves it to the service's page, as `decideLayout` does. */
function toArea(projection: Projection): Area {
  if (projection.page !== 'service') return projection.page;
  const active = selectActive(projection);
  if (active === undefined) return 'welcome';
  // Why its page is not there is said in its own window.
  if (projection.ownWindows.includes(active.id)) return 'apart';
  return isPageUp(active) && !isStillShown(active) ? 'clear' : 'instead';
}

function Window(): ReactNode {
  const area = useProjection(toArea);
  const areTwo = useProjection((projection) => projection.sides !== undefined);
  const hasBar = useProjection((projection) => projection.settings.barShown);
  return (
    <div className="app">
      {hasBar && <ServiceBar />}
      <Header />
      <main className={areTwo || area === 'clear' ? 'page page-clear' : 'page'}>
        <Suspense>{areTwo ? <Sides /> : pageOf(area)}</Suspense>
      </main>
      <Announcer />
      <Over area={area} />
    </div>
  );
}

/** What comes and goes beside and over the page. Apart from the window, which is not drawn anew for it. */
function Over({ area }: { readonly area: Area }): ReactNode {
  const hasNotice = useProjection((projection) => projection.notices.length > 0);
  // As `decideLayout` gives it room: only over its own service's page.
  const hasHint = useProjection(
    (projection) => projection.busyHint?.serviceId === projection.activeServiceId && area === 'clear',
  );
  const hasPrompt = useProjection(
    (projection) =>
      projection.page === 'service' &&
      projection.prompts.some((prompt) => isAskedHere(projection, prompt.serviceId)),
  );
  // By its own window it is said in that.
  const isFull = useProjection(
    ({ fullScreen, ownWindows }) =>
      fullScreen?.isSigned === true && !ownWindows.includes(fullScreen.serviceId),
  );
  const asked = useProjection((projection) => projection.asked);
  const isSwitching = useProjection((projection) => projection.switching !== undefined);
  const surface = useProjection((projection) => projection.surface);
  const hasOverlay = useShell((state) => state.menu !== undefined || state.dialog !== undefined);
  // It is to be there at once the first time, too; the window does not wait for it.
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadSwitcher());
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <>
      {/* Each for itself: one that is still being fetched must not take the keyboard from one that is open. */}
      <Suspense>{hasHint && <BusyHint />}</Suspense>
      <Suspense>{isFull && <FullScreenSign />}</Suspense>
      <Suspense>{hasNotice && <NoticeLine />}</Suspense>
      <Suspense>{hasPrompt && <Prompts />}</Suspense>
      <Suspense>{asked !== undefined && <AskedSheet key={asked.id} question={asked} />}</Suspense>
      <Suspense>{hasOverlay && <Overlays />}</Suspense>
      <Suspense>{isSwitching && <Switching />}</Suspense>
      <Suspense>{surface === 'switcher' && <Switcher />}</Suspense>
      <Suspense>{surface === 'keys' && <KeysSheet />}</Suspense>
      <Suspense>{surface === 'diagnostics' && <DiagnosticsDialog />}</Suspense>
      <Suspense>{surface === 'downloads' && <DownloadsSheet />}</Suspense>
      <Suspense>{surface === 'processes' && <ProcessesSheet />}</Suspense>
      <Suspense>
        {(surface === 'own-code' || surface === 'restart') && <TweakSurface surface={surface} />}
      </Suspense>
    </>
  );
}

/** What stands where the page of the active service is to be. */
function InsteadOfPage(): ReactNode {
  const active = useProjection(selectActive);
  return active && <StandIn service={active} />;
}

/** Adding a service; begins anew where a link says at which address. */
function AddAt(): ReactNode {
  const address = useProjection((projection) => projection.addressAsked);
  return <AddServiceFlow key={address} address={address} />;
}

function pageOf(area: Area): ReactNode {
  switch (area) {
    case 'clear':
      return null;
    case 'apart':
      return <ApartPage />;
    case 'welcome':
      return <Welcome />;
    case 'instead':
      return <InsteadOfPage />;
    case 'add-service':
      return <AddAt />;
    case 'settings':
      return <SettingsPage />;
    case 'inbox':
      return <InboxPage />;
    case 'rules':
      return <RulesPage />;
    case 'moving':
      return <MovingPage />;
  }
}

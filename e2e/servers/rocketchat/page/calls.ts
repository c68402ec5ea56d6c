import { type Client, preference } from './client.js';
import { desktopOf } from './desktop.js';

interface VideoCall {
  readonly action: 'call' | 'end';
  readonly params: { readonly callId: string; readonly url: string; readonly by: string };
}

interface VoiceSignal {
  readonly type: 'new' | 'hangup';
  readonly callId: string;
  readonly by: string;
}

/** Rings for video and voice calls; the desktop shows them where it can. */
export function startCalls(client: Client, uid: string): () => void {
  const ddp = client.ddp();
  desktopOf()?.onTelephonyCallRequested?.(({ phoneNumber }) => client.navigate(`/home?call=${phoneNumber}`));
  const stops = [
    ddp.hear('notify-user', `${uid}/video-conference`, (sent) => {
      const { action, params } = sent as VideoCall;
      document.querySelector(`#call-${params.callId}`)?.remove();
      if (action === 'call') document.body.append(ringing(params));
    }),
    ddp.hear('notify-user', `${uid}/media-signal`, (sent) => {
      const { type, callId: id, by } = sent as VoiceSignal;
      if (type === 'hangup') return desktopOf()?.closeCustomNotification?.(id);
      if (preference(client, 'desktopNotificationVoiceCalls') === false) return;
      const payload = { title: by, body: 'Incoming voice call', requireInteraction: true };
      void desktopOf()?.dispatchCustomNotification?.({ type: 'voice', id, payload });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The button that accepts a video call: in the desktop's own window where it has one. */
function ringing({ callId, url, by }: VideoCall['params']): HTMLElement {
  const button = document.createElement('button');
  button.id = `call-${callId}`;
  button.textContent = `Accept call of ${by}`;
  button.addEventListener('click', () => {
    button.remove();
    const desktop = desktopOf();
    if (desktop?.getInternalVideoChatWindowEnabled?.() && desktop.openInternalVideoChatWindow !== undefined)
      desktop.openInternalVideoChatWindow(url, { providerName: 'jitsi' });
    else window.open(url);
  });
  return button;
}

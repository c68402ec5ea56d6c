import type { Prosody, XmppUser } from '../prosody.js';

export interface ConversePage {
  readonly prosody: Prosody;
  readonly rooms: readonly string[];
  readonly title: string;
  /** Signed in without asking. */
  readonly user: XmppUser | undefined;
}

/** The page that starts Converse. Tests reach its insides as `window._converse`. */
export function conversePage({ prosody, rooms, title, user }: ConversePage): string {
  const settings = {
    view_mode: 'fullscreen',
    assets_path: '/',
    i18n: 'en',
    authentication: 'login',
    auto_login: true,
    reuse_scram_keys: true,
    ...(user ? { jid: `${user.name}@${prosody.domain}`, password: user.password } : {}),
    websocket_url: prosody.websocketUrl,
    discover_connection_methods: false,
    locked_domain: prosody.domain,
    allow_registration: false,
    muc_domain: prosody.roomsDomain,
    muc_nickname_from_jid: true,
    auto_join_rooms: rooms.map((room) => ({ jid: `${room}@${prosody.roomsDomain}` })),
    play_sounds: false,
    show_desktop_notifications: 'all', // plain true leaves out direct messages on a visible page
    notify_nicknames_without_references: true,
    notification_icon: '/images/logo/conversejs-filled-192.png',
    whitelisted_plugins: ['handle'],
    persistent_store: 'localStorage',
    clear_cache_on_logout: false, // with true a wrong password makes this version go blank
    allow_non_roster_messaging: true,
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))}</title>
<link rel="icon" type="image/png" href="/images/logo/conversejs-filled-192.png">
<link rel="stylesheet" href="/converse.min.css">
<script type="module" src="/converse.min.js"></script>
</head>
<body class="converse-fullscreen">
<div id="conversejs-bg"></div>
<script type="module">
converse.plugins.add('handle', { initialize() { window._converse = this._converse; } });
converse.initialize(${JSON.stringify(settings).replace(/</g, '\\u003c')});
</script>
</body>
</html>
`;
}

/** Keeps the page from asking any host but ours; its sign-in form would load pictures from elsewhere. */
export function contentPolicy(prosody: Prosody): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${new URL(prosody.websocketUrl).origin} ${new URL(prosody.boshUrl).origin}`,
  ].join('; ');
}

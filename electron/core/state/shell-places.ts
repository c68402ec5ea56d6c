/** What fills the page area. */
export type ShellPage = 'service' | 'add-service' | 'settings' | 'inbox' | 'rules' | 'moving';

/** What can be called up over the page by a key. */
export type Surface =
  | 'switcher'
  | 'keys'
  | 'find'
  | 'diagnostics'
  | 'downloads'
  | 'processes'
  | 'own-code'
  | 'restart';

/** Parts of the settings that can be led to. */
export type SettingsPlace =
  | 'general'
  | 'notifications'
  | 'focus'
  | 'inbox'
  | 'lock'
  | 'keys'
  | 'memory'
  | 'workspaces'
  | 'links'
  | 'sync'
  | 'services'
  | 'reset';

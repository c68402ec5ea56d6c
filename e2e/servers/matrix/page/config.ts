/** What `config.json` says, as far as this page reads it. */
export interface PageConfig {
  readonly brand: string;
  readonly default_server_config: { readonly 'm.homeserver': { readonly base_url: string } };
  /** What tests want of this page. */
  readonly stand_in: {
    readonly peg: 'current' | 'old' | 'none';
    readonly lendsDispatcher: boolean;
  };
}

export const loadConfig = async (): Promise<PageConfig> =>
  (await (await fetch('config.json')).json()) as PageConfig;

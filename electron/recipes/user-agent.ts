import type { RecipeUserAgent } from './types';

/** A product with its version, then any comments in brackets: `Mozilla/5.0 (X11; Linux x86_64)`. */
const PRODUCT = /([^\s/()]+)\/(\S+)((?:\s*\([^()]*\))*)/g;
const CHROME_PRODUCTS: ReadonlySet<string> = new Set(['Mozilla', 'AppleWebKit', 'Chrome', 'Safari']);

/**
 * Gives the user agent for a recipe from the one Electron would send.
 *
 * `chrome` leaves only what Chrome itself sends: no app, no Electron, and the major version alone (`130.0.0.0`), as
 * Chrome does since its version 107.
 */
export function userAgentFor(userAgent: RecipeUserAgent, defaultUserAgent: string): string {
  switch (userAgent.kind) {
    case 'default':
      return defaultUserAgent;
    case 'suffix':
      return `${defaultUserAgent} ${userAgent.suffix}`;
    case 'chrome':
      return toChrome(defaultUserAgent);
  }
}

function toChrome(defaultUserAgent: string): string {
  const kept = [...defaultUserAgent.matchAll(PRODUCT)]
    .filter(([, product = '']) => CHROME_PRODUCTS.has(product))
    .map(([, product = '', version = '', comments = '']) => {
      const said = product === 'Chrome' ? `${version.split('.')[0] ?? version}.0.0.0` : version;
      return `${product}/${said}${comments}`;
    });
  return kept.length === 0 ? defaultUserAgent : kept.join(' ');
}

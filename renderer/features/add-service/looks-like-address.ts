/** How much a text looks like an address: `sure` where no name of a service has such signs. */
export type AddressLikeness = 'no' | 'maybe' | 'sure';

const SCHEME = /^\s*(?:\S+\s+)*[<("']?[a-z][a-z0-9+.-]*:\/\//i;
const MATRIX = /^(?:[#@!][^\s:]+:|matrix:)[^\s]/i;
const IP = /^\[?[0-9a-f]*:[0-9a-f:]*:|^\d{1,3}(?:\.\d{1,3}){3}(?:$|[:/])/i;
const PORT_OR_PATH = /^[^\s/:]+(?::\d{2,5}|\.[^\s/:.]+(?::\d{1,5})?\/|\/\S)/;
const HOST = /^(?:[^\s.@]+@)?[^\s./]+(?:\.[^\s./]+)*\.[^\s./]{2,}\.?$/;

/** Tells how much what is typed looks like an address rather than the name of a service. */
export function looksLikeAddress(text: string): AddressLikeness {
  const typed = text.trim();
  if ([SCHEME, MATRIX, IP, PORT_OR_PATH].some((signs) => signs.test(typed)) || /^localhost$/i.test(typed))
    return 'sure';
  return HOST.test(typed) ? 'maybe' : 'no';
}

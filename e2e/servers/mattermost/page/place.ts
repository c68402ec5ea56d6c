/** What the path says. */
export type Place =
  | { readonly kind: 'root' | 'login' | 'select-team' }
  | { readonly kind: 'channel'; readonly team: string; readonly identifier: string }
  | { readonly kind: 'messages'; readonly team: string; readonly identifier: string }
  | { readonly kind: 'post'; readonly team: string; readonly postId: string }
  | { readonly kind: 'threads'; readonly team: string; readonly threadId: string };

/** Reads a path as the vendor's router does. */
export function placeOf(path: string): Place {
  const [, first = '', second, third = ''] = path.split('/').map(decodeURIComponent);
  if (first === '') return { kind: 'root' };
  if (first === 'login') return { kind: 'login' };
  if (first === 'select_team') return { kind: 'select-team' };
  switch (second) {
    case 'channels':
      return { kind: 'channel', team: first, identifier: third };
    case 'messages':
      return { kind: 'messages', team: first, identifier: third };
    case 'pl':
      return { kind: 'post', team: first, postId: third };
    case 'threads':
      return { kind: 'threads', team: first, threadId: third };
    case undefined:
    default:
      return { kind: 'channel', team: first, identifier: 'town-square' };
  }
}

import type { RefusedCertificate } from '../../electron/core/model/certificate-trust';
import type { Discovery, Gate, Spot } from '../../electron/core/model/discovery';

/** A place where something was found. */
export const spotAt = (at: string, more: Partial<Spot> = {}): Spot => ({
  url: `https://${at}/`,
  at,
  ledFrom: undefined,
  isInsecure: false,
  ...more,
});

const refused: RefusedCertificate = {
  place: 'chat.example.org:443',
  certificate: {
    kind: 'certificate',
    problem: 'self-signed',
    fingerprint: 'sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    validFrom: 1_760_000_000_000,
    validTo: 1_790_000_000_000,
    issuer: 'chat.example.org',
    subject: 'chat.example.org',
  },
  problems: ['self-signed'],
  trusted: undefined,
};

const gate = (one: Gate): Discovery => ({ kind: 'gate', gate: one, spot: spotAt('chat.example.org') });

/** One find of each kind, by what a test calls it. */
export const discoveries: Readonly<Record<string, Discovery>> = {
  'a chat': {
    kind: 'chat',
    recipeId: 'rocketchat',
    spot: spotAt('talk.example.org/chat', { ledFrom: 'chat.example.org' }),
    name: 'Acme talk',
    version: '7.10',
    iconDataUrl: undefined,
  },
  'a chat in the open': {
    kind: 'chat',
    recipeId: 'mattermost',
    spot: spotAt('chat.example.org', { isInsecure: true }),
    name: undefined,
    version: undefined,
    iconDataUrl: undefined,
  },
  'a chat that is too old': {
    kind: 'too-old',
    recipeId: 'rocketchat',
    spot: spotAt('chat.example.org'),
    version: '1.3',
    least: '2.0',
  },
  'a homeserver': {
    kind: 'homeserver',
    recipeId: 'element',
    server: 'matrix.example.org',
    url: 'https://app.element.io/',
  },
  'a hosted service': { kind: 'hosted', recipeId: 'discord', address: '' },
  'a website': {
    kind: 'website',
    spot: spotAt('www.example.org/news'),
    title: 'News of the day',
    iconDataUrl: undefined,
  },
  'a password first': gate({ kind: 'password', realm: 'Staff only' }),
  'a page first': gate({ kind: 'page', host: 'wifi.example.net' }),
  'a secret first': gate({ kind: 'secret' }),
  'a bad certificate': { kind: 'bad-certificate', spot: spotAt('chat.example.org'), refused },
  'no encryption': { kind: 'no-https', host: 'chat.example.org:3000', url: 'http://chat.example.org:3000/' },
  'no server': { kind: 'refused', reason: 'name-not-found', host: 'chat.example.org' },
  'no address': { kind: 'refused', reason: 'not-web' },
};

/** Gives a fingerprint as browsers and servers' tools write it, `AB:CD:…`, from Chromium's `sha256/` and base64. */
export function toHexFingerprint(fingerprint: string): string {
  const base64 = /^sha256\/([A-Za-z0-9+/]{43}=)$/.exec(fingerprint)?.[1];
  if (base64 === undefined) return fingerprint;
  const bytes = Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}

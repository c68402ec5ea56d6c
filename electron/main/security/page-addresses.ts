import type { WebContents } from 'electron/main';

/**
 * Which of the machine's addresses calls in pages may tell the other side: those of the way by which it also reaches the
 * web. By default a page that was given the microphone learns of every network, a VPN's too. Where the person gave the service
 * a proxy calls go through it, or not at all.
 */
export const guardAddresses = (
  contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>,
  hasProxy: boolean,
): void =>
  contents.setWebRTCIPHandlingPolicy(
    hasProxy ? 'disable_non_proxied_udp' : 'default_public_and_private_interfaces',
  );

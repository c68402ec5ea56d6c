import type { WebContents } from 'electron/main';

/**
 * Which of the machine's addresses calls in pages may tell the other side: those of the way by which it also reaches the
 * web. By default a page that was given the microphone learns of every network, a VPN's too.
 */
export const guardAddresses = (contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void =>
  contents.setWebRTCIPHandlingPolicy('default_public_and_private_interfaces');

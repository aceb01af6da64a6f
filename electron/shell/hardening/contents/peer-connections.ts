import type { WebContents } from 'electron'

/** E3: a peer connection goes past proxy, resolver and request filter, and calls into the local network. */
export function blockPeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

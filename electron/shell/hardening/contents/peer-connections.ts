import type { WebContents } from 'electron'

/** Blocks peer connections, which bypass proxy, resolver and request filter and reach into the local network (E3). */
export function blockPeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

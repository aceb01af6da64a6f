import type { Session } from 'electron'

/** E3: what gets past everything else is sent to a closed port of this PC, this PC's own addresses included. */
export function setUnreachableProxy(session: Session): void {
  void session.setProxy({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}

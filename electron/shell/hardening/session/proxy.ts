import type { Session } from 'electron'

/** Sends all remaining requests, those to this PC's own addresses included, to a closed port of this PC (E3). */
export function setUnreachableProxy(session: Session): void {
  void session.setProxy({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}

import type { Bridge, Channel, Input, Output } from '#shared/contract/index'
import type { Answer } from '#shared/contract/call'
import type { OfficeState } from '#shared/contract/office/session'
import { setClock } from './clock'

declare global {
  interface Window {
    /** The only access to the office, exposed by the preload (or by the browser host). */
    readonly bridge: Bridge
  }
}

/** Makes one call of the office. Never throws: a missing bridge is the failure `broken`. */
export async function callOffice<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Output<C>>> {
  try {
    const answer = await window.bridge.call(channel, input)
    // The office's own time sets the clock of all screens at the moment it arrives (T3).
    if (channel === 'office.state' && answer.ok) setClock(answer.value as OfficeState, performance.now())
    // The office has validated its answer against the contract before sending it.
    return answer as Answer<Output<C>>
  } catch {
    return { ok: false, failure: { kind: 'broken' } }
  }
}

import { contract, type Channel } from '#shared/contract/index'
import type { Answer, Topic } from '#shared/contract/entry'
import { createRouter, type Calls, type OfficeCall, type Route } from './ipc/router'
import type { Ports } from './ports'
import { records } from './storage/office-records'
import * as alerts from './usecases/alerts'
import type { AnyUseCase } from './usecases/context'
import { Desk } from './usecases/desk'
import { useCases } from './usecases/index'
import type { Alerts, Records } from './usecases/records'
import { sessionCalls } from './usecases/session'
import { setUpCalls } from './usecases/setup'
import { ownKeyCalls } from './usecases/own-keys'
import { auditCalls } from './usecases/audit-trail'
import { keyCalls } from './usecases/keys'
import { staffCalls } from './usecases/staff'
import { printingCalls } from './usecases/printing'
import type { Vault } from './vault/vault'

/** The office as a host drives it. Nothing of it knows whether the host is Electron. */
export interface Office {
  /** One call over the bridge. Never rejects. */
  call(channel: string, raw: unknown): Promise<Answer<unknown>>
  /** Hears what changed, after COMMIT. Answers how to stop hearing. */
  onChanged(listener: (topics: readonly Topic[]) => void): () => void
  /** Looks what is due now. */
  tick(): void
  /** The PC has woken or its screen was unlocked. */
  resume(): void
  /** The PC is about to sleep (L2). */
  suspend(): void
  /** The screen of the PC was locked, or another user of it has come (L2). */
  osLocked(): void
  /** I1: somebody who is not our window has called; nothing of it is looked at. */
  refuseStranger(): void
  /** The window has come to the front. */
  focus(): void
  /** Closes the book; nothing may be called afterwards. */
  quit(): void
}

/** What the office is made of; tests put scratch parts in. */
export interface Parts {
  readonly contract: Calls
  readonly useCases: Readonly<Record<string, AnyUseCase>>
  readonly records: Records
  readonly alerts: Alerts
}

// What derives a key, or takes the book apart.
const SLOW: readonly Channel[] = [
  'setup.finish',
  'session.signIn',
  'session.recover',
  'session.enter',
  'session.choose',
  'session.passphrase',
  'session.pin',
  'staff.add',
  'staff.reset',
  'staff.leave',
  'keys.rotate',
  'keys.saveWords',
]

/** One after the other: deriving a key takes its time, and two sign-ins at once would share the desk. */
function inTurn(calls: Readonly<Record<string, OfficeCall>>): Readonly<Record<string, OfficeCall>> {
  let last: Promise<unknown> = Promise.resolve()
  const queued = (call: OfficeCall): OfficeCall => {
    return (input) => {
      const turn = last.then(() => call(input))
      last = turn.catch(() => undefined)
      return turn
    }
  }
  return {
    ...calls,
    ...Object.fromEntries(SLOW.map((name) => [name, queued(calls[name] as OfficeCall)])),
  }
}

export function assemble(ports: Ports, vault: Vault, parts: Parts): Office {
  const desk = new Desk(ports, vault, parts.records, parts.alerts)
  const route: Route = createRouter(
    parts.contract,
    parts.useCases,
    inTurn({
      ...sessionCalls(desk),
      ...ownKeyCalls(desk),
      ...setUpCalls(desk),
      ...staffCalls(desk),
      ...keyCalls(desk),
      ...auditCalls(desk),
      ...printingCalls(desk),
    }),
    desk,
  )
  return {
    call: route,
    onChanged: (listener) => desk.onChanged(listener),
    tick: () => desk.tick(),
    resume: () => desk.resume(),
    suspend: () => desk.sealBy('suspend'),
    osLocked: () => desk.sealBy('os_lock'),
    refuseStranger: () => desk.ledger.keepRefused(null, desk.now(), 'unknown', { kind: 'invalid', fields: [] }),
    focus: () => desk.tick(),
    quit: () => desk.quit(),
  }
}

/** The host-neutral assembly: every host starts here. */
export const createOffice = (ports: Ports, vault: Vault): Office => assemble(ports, vault, { contract, useCases, records, alerts })

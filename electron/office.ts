import { contract, type Channel } from '#shared/contract/index'
import type { Answer, Topic } from '#shared/contract/call'
import { createRouter, type ContractCalls, type VaultCall, type CallRouter } from './ipc/router'
import type { Ports } from './ports'
import { officeRecords } from './storage/office/office-records'
import * as alerts from './usecases/board/alerts'
import type { AnyUseCase } from './session/call-context'
import { AppSession } from './session/app-session'
import { useCases } from './usecases/index'
import type { AlertSource, OfficeRecords } from './session/office-records'
import { sessionCalls } from './usecases/account/sign-in'
import { setUpCalls } from './usecases/account/set-up'
import { ownCredentialCalls } from './usecases/account/own-credentials'
import { auditCheckCalls } from './usecases/audit/audit-check'
import { databaseKeyCalls } from './usecases/account/database-keys'
import { staffCalls } from './usecases/staff/temporary-passphrase'
import { printingCalls } from './usecases/printing/print-sheet'
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
  refuseUnknownSender(): void
  /** The window has come to the front. */
  focus(): void
  /** Closes the book; nothing may be called afterwards. */
  quit(): void
}

/** What the office is made of; tests put scratch parts in. */
export interface OfficeParts {
  readonly contract: ContractCalls
  readonly useCases: Readonly<Record<string, AnyUseCase>>
  readonly records: OfficeRecords
  readonly alerts: AlertSource
}

// What derives a key, or takes the book apart.
const QUEUED_CALLS: readonly Channel[] = [
  'setup.finish',
  'session.signIn',
  'session.recover',
  'session.unlock',
  'session.choosePassphrase',
  'session.changePassphrase',
  'session.setPin',
  'staff.add',
  'staff.resetPassphrase',
  'staff.leave',
  'keys.rotate',
  'keys.confirmRecoveryWords',
]

/** One after the other: deriving a key takes its time, and two sign-ins at once would share the desk. */
function queueSlowCalls(calls: Readonly<Record<string, VaultCall>>): Readonly<Record<string, VaultCall>> {
  let last: Promise<unknown> = Promise.resolve()
  const queued = (call: VaultCall): VaultCall => {
    return (input) => {
      const turn = last.then(() => call(input))
      last = turn.catch(() => undefined)
      return turn
    }
  }
  return {
    ...calls,
    ...Object.fromEntries(QUEUED_CALLS.map((name) => [name, queued(calls[name] as VaultCall)])),
  }
}

export function assembleOffice(ports: Ports, vault: Vault, parts: OfficeParts): Office {
  const session = new AppSession(ports, vault, parts.records, parts.alerts)
  const route: CallRouter = createRouter(
    parts.contract,
    parts.useCases,
    queueSlowCalls({
      ...sessionCalls(session),
      ...ownCredentialCalls(session),
      ...setUpCalls(session),
      ...staffCalls(session),
      ...databaseKeyCalls(session),
      ...auditCheckCalls(session),
      ...printingCalls(session),
    }),
    session,
  )
  return {
    call: route,
    onChanged: (listener) => session.onChanged(listener),
    tick: () => session.tick(),
    resume: () => session.resume(),
    suspend: () => session.sealForSystem('suspend'),
    osLocked: () => session.sealForSystem('os_lock'),
    refuseUnknownSender: () => session.openDatabase.recordRefusal(null, session.now(), 'unknown', { kind: 'invalid', fields: [] }),
    focus: () => session.tick(),
    quit: () => session.quit(),
  }
}

/** The host-neutral assembly: every host starts here. */
export const createOffice = (ports: Ports, vault: Vault): Office =>
  assembleOffice(ports, vault, { contract, useCases, records: officeRecords, alerts })

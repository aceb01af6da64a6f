import { contract, type Contract } from '#shared/contract/index'
import type { Answer, Topic } from '#shared/contract/call'
import { createRouter } from './ipc/router'
import type { Ports } from './ports'
import { officeRecords } from './storage/office/office-records'
import * as alerts from './usecases/board/alerts'
import { AppSession } from './session/app-session'
import { createSessionCalls, useCases } from './usecases/index'
import type { AlertSource } from './session/alert-source'
import type { OfficeRecords } from './storage/office/office-records-interface'
import type { Vault } from './vault/vault'

/** The office as a host drives it. It does not know whether the host is Electron. */
export interface Office {
  /** Carries out one call over the bridge. Never rejects. */
  call(channel: string, raw: unknown): Promise<Answer<unknown>>
  /** Adds a listener that is told after COMMIT what has changed. Answers a function that removes it. */
  onChanged(listener: (topics: readonly Topic[]) => void): () => void
  /** Checks now what is due. */
  tick(): void
  /** Continues after the PC has woken or its screen was unlocked. */
  resume(): void
  /** Seals because the PC is about to sleep (L2). */
  suspend(): void
  /** Seals or locks because the PC's screen was locked or its user was switched (L2). */
  osLocked(): void
  /** Records a call of a sender that is not our window; its content is not read (I1). */
  refuseUnknownSender(): void
  /** Checks what is due because the window has come to the front. */
  focus(): void
  /** Closes the database; nothing may be called afterwards. */
  quit(): void
}

/** The parts that a test may replace. */
export interface OfficeParts {
  readonly records: OfficeRecords
  readonly alerts: AlertSource
}

/** Creates the office from its parts, with the whole contract behind its router. */
export function assembleOffice(ports: Ports, vault: Vault, parts: OfficeParts): Office {
  const session = new AppSession(ports, vault, parts.records, parts.alerts)
  const route = createRouter<Contract>(contract, useCases, createSessionCalls(session), session)
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

/** Creates the office for a host. Every host starts here. */
export const createOffice = (ports: Ports, vault: Vault): Office => assembleOffice(ports, vault, { records: officeRecords, alerts })

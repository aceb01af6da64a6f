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

/** The parts that a test may replace. */
export interface OfficeParts {
  readonly records: OfficeRecords
  readonly alerts: AlertSource
}

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

/** The host-neutral assembly: every host starts here. */
export const createOffice = (ports: Ports, vault: Vault): Office => assembleOffice(ports, vault, { records: officeRecords, alerts })

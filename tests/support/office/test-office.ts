import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Answer, Channel, Input, Output } from '#shared/contract/index'
import { assembleOffice, type Office, type OfficeParts } from '../../../electron/office'
import type { Ports } from '../../../electron/ports'
import { createPorts, createVault } from '../../../electron/shell/host-ports'
import { officeRecords } from '../../../electron/storage/office/office-records'
import * as alerts from '../../../electron/usecases/board/alerts'
import { FakeClock } from './fake-clock'
import { headlessPorts } from './headless-ports'

export interface TestOffice {
  readonly office: Office
  readonly clock: FakeClock
  readonly folder: string
  readonly shown: string[]
  readonly logged: string[]
  /** Every announced topic, oldest first. */
  readonly topics: string[]
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Output<C>>>
  /** Opens the same folder as another process would, after closing the first one. */
  reopen(closedFor?: number): TestOffice
}

export const createScratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Opens the real office over a scratch folder, with a controlled clock, without a host. */
export function openTestOffice(
  folder: string,
  {
    clock = new FakeClock(),
    ports: more = {},
    parts = {},
  }: { clock?: FakeClock; ports?: Partial<Ports>; parts?: Partial<OfficeParts> } = {},
): TestOffice {
  const shown: string[] = []
  const logged: string[] = []
  const topics: string[] = []
  const notifier = { show: (text: string) => void shown.push(text) }
  const log = { info: () => undefined, error: (event: string, where: string) => void logged.push(`${event} ${where}`) }
  const ports = {
    ...createPorts({ ...headlessPorts, clock, notifier, log, folders: { data: folder, migrations: 'drizzle/migrations' } }),
    ...more,
  }
  const office = assembleOffice(ports, createVault(ports, true), { records: officeRecords, alerts, ...parts })
  office.onChanged((changed) => void topics.push(...changed))
  onTestFinished(() => office.quit())
  return {
    office,
    clock,
    folder,
    shown,
    logged,
    topics,
    call: (channel, input) => office.call(channel, input) as never,
    reopen(closedFor = 0) {
      office.quit()
      clock.sleep(closedFor)
      return openTestOffice(folder, { clock, ports: more, parts })
    },
  }
}

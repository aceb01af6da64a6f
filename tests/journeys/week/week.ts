import { expect } from '@playwright/test'
import type { Output } from '#shared/contract/index'
import type { HandoffId } from '#shared/domain/core/ids'
import { formatDayAndTime, formatTime } from '#shared/domain/core/wording'
import type { Host } from '../../hosts/host'
import { AppPage } from '../../pages/app'
import { NewHandoffPage } from '../../pages/new-handoff'
import { BouncePage, RecordPage } from '../../pages/record'
import { MONDAY_NINE, ZONE } from '../../support/office/journey-office'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type Day = (typeof DAYS)[number]

/** One week in one office, as a front-desk worker lives it. */
export class Week {
  readonly app: AppPage
  readonly intake: NewHandoffPage
  readonly record: RecordPage
  readonly bounce: BouncePage

  constructor(readonly host: Host) {
    const { page } = host
    this.app = new AppPage(page)
    this.intake = new NewHandoffPage(page)
    this.record = new RecordPage(page)
    this.bounce = new BouncePage(page)
  }

  /** Returns 'Mon' 16:05 of this week in UTC ms. */
  toInstant(day: Day, time: string): number {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return MONDAY_NINE + DAYS.indexOf(day) * 24 * HOUR + (hours - 9) * HOUR + minutes * MINUTE
  }

  /** The PC sleeps while no one is there, and is awake when the moment comes. */
  async advanceTo(advanceToDay: number): Promise<void> {
    const { clock, page } = this.host
    if (advanceToDay - clock.now() > 2 * MINUTE) await clock.sleep(advanceToDay - clock.now() - MINUTE)
    await clock.set(advanceToDay)
    await expect(page.getByRole('banner').getByText(formatTime(advanceToDay, ZONE), { exact: true })).toBeVisible()
  }

  async advanceToDay(day: Day, time: string): Promise<void> {
    await this.advanceTo(this.toInstant(day, time))
  }

  toClockText(day: Day, time: string): string {
    return formatDayAndTime(this.toInstant(day, time), this.host.clock.now(), ZONE)
  }

  /** Reads this record from the office, for what no screen shows to the millisecond. */
  async readRecord(number: number): Promise<Output<'handoff.read'>> {
    const found = await this.host.call('search.find', { text: String(number) })
    const id = found.ok ? found.value.people.find((person) => person.number === number)?.handoffId : undefined
    const answer = await this.host.call('handoff.read', { id: id as HandoffId })
    if (!answer.ok) throw new Error(`no record ${number}`)
    return answer.value
  }

  /** Makes an attempt from the safety question to the proposal, which is accepted. */
  async tryToCall(number: number, outcome: string, proposal: string | RegExp, verb = 'Call her now'): Promise<void> {
    await this.app.openRecord(number)
    await this.record.call(verb, '780 555 0142')
    await this.record.chooseOutcome(outcome)
    await expect(this.record.step(proposal)).toBeVisible()
  }
}

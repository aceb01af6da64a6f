import { expect } from '@playwright/test'
import type { Output } from '#shared/contract/index'
import type { HandoffId } from '#shared/domain/ids'
import { clockTime, shortTime } from '#shared/domain/wording'
import type { Host } from '../../hosts/host'
import { Book } from '../../pages/book'
import { Intake } from '../../pages/intake'
import { BounceLeaf, RecordSheet } from '../../pages/record'
import { MONDAY_NINE, ZONE } from '../../support/journey-office'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type Day = (typeof DAYS)[number]

/** One week in one office, as the worker at the desk lives it. */
export class Week {
  readonly book: Book
  readonly intake: Intake
  readonly record: RecordSheet
  readonly bounce: BounceLeaf

  constructor(readonly host: Host) {
    const { page } = host
    this.book = new Book(page)
    this.intake = new Intake(page)
    this.record = new RecordSheet(page)
    this.bounce = new BounceLeaf(page)
  }

  /** 'Mon' 16:05 of this week, UTC ms. */
  moment(day: Day, time: string): number {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return MONDAY_NINE + DAYS.indexOf(day) * 24 * HOUR + (hours - 9) * HOUR + minutes * MINUTE
  }

  /** The PC sleeps while nobody is there, and is awake when the moment comes. */
  async until(at: number): Promise<void> {
    const { clock, page } = this.host
    if (at - clock.now() > 2 * MINUTE) await clock.sleep(at - clock.now() - MINUTE)
    await clock.set(at)
    await expect(page.getByRole('banner').getByText(shortTime(at, ZONE), { exact: true })).toBeVisible()
  }

  async at(day: Day, time: string): Promise<void> {
    await this.until(this.moment(day, time))
  }

  words(day: Day, time: string): string {
    return clockTime(this.moment(day, time), this.host.clock.now(), ZONE)
  }

  /** What the office itself says of this record, for what no screen says to the millisecond. */
  async read(number: number): Promise<Output<'handoff.read'>> {
    const found = await this.host.call('search.find', { text: String(number) })
    const id = found.ok ? found.value.people.find((person) => person.number === number)?.handoffId : undefined
    const answer = await this.host.call('handoff.read', { id: id as HandoffId })
    if (!answer.ok) throw new Error(`no record ${number}`)
    return answer.value
  }

  /** An attempt from the question to the proposal, which is taken. */
  async tryToCall(number: number, outcome: string, proposal: string | RegExp, verb = 'Call her now'): Promise<void> {
    await this.book.openRecord(number)
    await this.record.call(verb, '780 555 0142')
    await this.record.cameOf(outcome)
    await expect(this.record.step(proposal)).toBeVisible()
  }
}

import { expect, type Locator, type Page } from '@playwright/test'
import { fillMoment, selectOption, chooseOption } from './app'

export interface ReferralForm {
  readonly direction?: 'To us' | 'From us' | 'Between us'
  /** A partner on the list, or 'She called us herself'; for "From us" the receiver. */
  readonly partner?: string
  readonly toStaff?: string
  readonly name: string
  readonly alias?: string
  readonly help?: string
  readonly prompt?: string
  /** Null: not known. */
  readonly number?: string | null
  /** Null: left open. */
  readonly safe?: 'Yes' | 'No' | 'At some times' | 'Not known' | null
  /** Every day from and to, where it is safe only at times. */
  readonly times?: readonly [string, string]
  readonly language?: string | null
  readonly sourceMayHelp?: boolean
  readonly mayTell?: string
  readonly permission?: 'She was asked and said yes' | 'Not asked yet'
  readonly earlier?: { readonly date: string; readonly time: string; readonly because: string }
}

/** The page of a new handoff. */
export class NewHandoffPage {
  constructor(private readonly page: Page) {}

  get form(): Locator {
    return this.page.getByRole('form', { name: 'New handoff' })
  }

  get similarPeople(): Locator {
    return this.page.getByRole('complementary', { name: 'Already in Day-book?' })
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true })
  }

  notKnown(question: 'her number' | 'language'): Locator {
    return this.form.getByRole('checkbox', { name: `Not known: ${question}` })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('n')
    await expect(this.form).toBeVisible()
  }

  async fill(referral: ReferralForm): Promise<void> {
    const {
      direction = 'To us',
      partner,
      toStaff,
      name,
      alias,
      help = 'Housing',
      prompt = 'She left today',
      number = '780 555 0142',
      safe = 'Yes',
      language = 'English',
    } = referral
    const incoming = direction === 'To us'
    if (!incoming) await chooseOption(this.form, 'Direction', direction)
    if (partner !== undefined) await this.from(partner, incoming ? 'From' : 'To')
    if (toStaff !== undefined) await selectOption(this.page, this.form, /To which worker/, toStaff)
    await this.field('Name or initials').fill(name)
    if (alias !== undefined) await this.field('Another name to show').fill(alias)
    await chooseOption(this.form, 'Help with', help)
    await selectOption(this.page, this.form, /What led to this/, prompt)
    if (referral.earlier) await this.earlier(referral.earlier)
    if (number === null) await this.check(this.notKnown('her number'))
    else await this.field('Her number').fill(number)
    if (safe !== null) await chooseOption(this.form, 'Safe to call?', safe)
    if (referral.times) await this.times(referral.times)
    if (language === null) await this.check(this.notKnown('language'))
    else await this.field('Language').fill(language)
    if (referral.sourceMayHelp) await this.check(this.form.getByRole('checkbox', { name: 'She agrees that they can help us reach her' }))
    if (referral.mayTell) await chooseOption(this.form, 'What we can tell them', referral.mayTell)
    if (referral.permission) await chooseOption(this.form, 'Her permission', referral.permission)
  }

  /** Chooses a partner, or a self-referral, by typing. */
  async from(partner: string, label: 'From' | 'To' = 'From'): Promise<void> {
    await this.form.getByRole('combobox', { name: label }).fill(partner)
    await this.page.getByRole('option', { name: partner }).first().click()
  }

  async earlier({ date, time, because }: { readonly date: string; readonly time: string; readonly because: string }): Promise<void> {
    await this.form.getByRole('button', { name: 'It was earlier' }).click()
    await fillMoment(this.form, 'When it was received', date, time)
    await this.field('Why you add it later').fill(because)
  }

  async times([from, to]: readonly [string, string]): Promise<void> {
    const hours = this.form.getByRole('group', { name: 'Safe times', exact: true })
    await hours.getByRole('button', { name: 'Add hours' }).click()
    const line = hours.getByRole('group', { name: 'Safe times, line 1' })
    for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) await line.getByRole('button', { name: day, exact: true }).click()
    await line.getByRole('textbox', { name: 'From' }).fill(from)
    await line.getByRole('textbox', { name: 'To' }).fill(to)
  }

  async check(box: Locator): Promise<void> {
    await box.press('Space')
    await expect(box).toBeChecked()
  }

  async submit(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
  }

  /** Fills in the whole form, from N to the opened record; returns its number. */
  async write(referral: ReferralForm): Promise<number> {
    await this.open()
    await this.fill(referral)
    await this.submit()
    const shown = this.page
      .getByRole('main')
      .getByRole('article')
      .getByText(/^No\. \d+$/)
    await expect(shown).toBeVisible()
    return Number((await shown.textContent())?.slice(4))
  }
}

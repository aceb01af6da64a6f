import { expect, type Locator, type Page } from '@playwright/test'
import { fillMoment, selectOption, chooseOption } from './app'

/** One handoff: the next action, one attempt, the three parts, and all other actions. */
export class RecordPage {
  constructor(private readonly page: Page) {}

  get sheet(): Locator {
    return this.page.getByRole('main').getByRole('article')
  }

  /** The step in the place of the next action, by its title. */
  step(title: string | RegExp): Locator {
    return this.sheet.getByRole('heading', { level: 2, name: title })
  }

  /** Expects this pinned next action. */
  async expectNextAction(title: string | RegExp): Promise<void> {
    await expect(this.sheet.getByText('Next', { exact: true })).toBeVisible()
    await expect(this.step(title)).toBeVisible()
  }

  get history(): Locator {
    return this.sheet.getByRole('region', { name: 'History' })
  }

  get plan(): Locator {
    return this.page.getByRole('complementary', { name: 'Contact plan' })
  }

  get steps(): Locator {
    return this.sheet.getByRole('list', { name: 'Steps of this attempt' })
  }

  button(name: string | RegExp): Locator {
    return this.sheet.getByRole('button', { name })
  }

  /** The filled button of the next action: C, wherever the cursor is not in a field. */
  async clickPrimary(name: string): Promise<void> {
    await this.button(name).click()
  }

  /** Is it still safe? → the number → dialled. Ends at 'What happened?'. */
  async call(clickPrimary: string, number: string): Promise<void> {
    await this.clickPrimary(clickPrimary)
    await expect(this.step('Is it still safe to call her?')).toBeVisible()
    await expect(this.page.getByText(number)).toHaveCount(0)
    await this.page.keyboard.press('y')
    await expect(this.sheet.getByText(number)).toBeVisible()
    await this.page.keyboard.press('Enter')
    await expect(this.step('What happened?')).toBeVisible()
  }

  /** Opens the log of an attempt that has already been made. */
  async logAttempt(): Promise<void> {
    await this.page.keyboard.press('l')
    await expect(this.button(/It was earlier|Just now/)).toBeVisible()
  }

  async chooseOutcome(outcome: string): Promise<void> {
    await this.button(new RegExp(`^.{0,2}${outcome}`)).click()
  }

  /** Accepts the proposal. */
  async acceptProposal(): Promise<void> {
    await this.button(/^(Use|Done|Ask )/).click()
    await expect(this.sheet.getByText('Next', { exact: true })).toBeVisible()
  }

  /** Runs an action behind "Other": its form is filled in by `fill` and saved. */
  async runAction(label: string, fill: (form: Locator) => Promise<void> = async () => undefined): Promise<void> {
    await this.openAction(label)
    await fill(this.sheet)
    await this.page.keyboard.press('Control+Enter')
    await expect(this.button(/^More/)).toBeVisible()
  }

  async openAction(label: string): Promise<void> {
    await this.openOtherActions()
    await this.sheet
      .getByRole('list', { name: 'More actions' })
      .getByRole('button', { name: new RegExp(`^${label}`) })
      .click()
  }

  async openOtherActions(): Promise<void> {
    const list = this.sheet.getByRole('list', { name: 'More actions' })
    if (!(await list.isVisible())) await this.button(/^More/).click()
    await expect(list).toBeVisible()
  }

  async fill(label: string, text: string): Promise<void> {
    await this.sheet.getByRole('textbox', { name: label, exact: true }).fill(text)
  }

  async choose(group: string, option: string | RegExp): Promise<void> {
    await chooseOption(this.sheet, group, option)
  }

  async pick(label: RegExp, option: string): Promise<void> {
    await selectOption(this.page, this.sheet, label, option)
  }

  async moment(label: string, date: string, time: string): Promise<void> {
    await fillMoment(this.sheet, label, date, time)
  }

  /** Fills in C4 on one panel; only the given parts. */
  async fillConfirmation({
    way = false,
    step,
    dates,
  }: {
    readonly way?: boolean
    readonly step?: string
    readonly dates?: 'She says: none' | 'She does not know'
  }): Promise<void> {
    await expect(this.step('Confirmed means all three parts')).toBeVisible()
    if (way) {
      await this.button(/^She says it is right/).click()
      await expect(this.sheet.getByRole('heading', { name: 'Reached, and her contact plan is right' })).toBeVisible()
    }
    if (step !== undefined) await this.fill('What happens next', step)
    if (dates !== undefined) await this.choose('Deadline risks', dates)
  }

  async saveConfirmation(): Promise<void> {
    await this.button(/^Save for now/).click()
    await expect(this.sheet.getByText('Next', { exact: true })).toBeVisible()
  }

  async confirm(): Promise<void> {
    await this.button(/^Confirm/).click()
    await expect(this.sheet.getByText(/^Confirmed /).first()).toBeVisible()
  }
}

export interface BounceForm {
  readonly reason: string
  readonly seen: string
  readonly change?: string
  readonly action: string
  readonly what?: string
  readonly owner: string
  readonly due: readonly [string, string]
}

/** The page for recording a bounce. */
export class BouncePage {
  constructor(private readonly page: Page) {}

  get form(): Locator {
    return this.page.getByRole('form', { name: 'Record a bounce' })
  }

  async fill({ reason, seen, change, action, what, owner, due }: BounceForm): Promise<void> {
    await this.form.getByRole('radio', { name: reason, exact: true }).click()
    await this.form.getByRole('textbox', { name: 'What was seen' }).fill(seen)
    if (change !== undefined) await this.form.getByRole('textbox', { name: 'What to change next' }).fill(change)
    await chooseOption(this.form, 'Next action', action)
    if (what !== undefined) await this.form.getByRole('textbox', { name: /^What (to do|will be different)$/ }).fill(what)
    await selectOption(this.page, this.form, /^Who/, owner)
    await fillMoment(this.form, 'By when', ...due)
  }

  async record(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
  }
}

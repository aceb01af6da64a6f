import { expect, type Locator, type Page } from '@playwright/test'
import { fillMoment, selectOption, chooseOption } from './app'
import { tabTo } from './keyboard'

/** The call screen, by keyboard: one step at a time, the participants, the note. */
export class MeetingPage {
  constructor(private readonly page: Page) {}

  get main(): Locator {
    return this.page.getByRole('main')
  }

  /** The one question of the step. */
  question(name: string | RegExp): Locator {
    return this.main.getByRole('heading', { level: 1, name })
  }

  get steps(): Locator {
    return this.page.getByRole('navigation', { name: 'Steps' })
  }

  get people(): Locator {
    return this.page.getByRole('region', { name: /^(On this call|In the room)/ })
  }

  /** A participant's switch, and what is beside it. */
  person(name: string | RegExp): Locator {
    return this.people.getByRole('listitem').filter({ has: this.page.getByRole('radiogroup', { name }) })
  }

  get note(): Locator {
    return this.page.getByRole('textbox', { name: 'Note', exact: true })
  }

  /** Expects a participant's presence, as the switch shows it. */
  async expectPresence(name: string, how: string): Promise<void> {
    await expect(this.person(name).getByRole('radio', { name: how, exact: true })).toBeChecked()
  }

  /** Finishes this step (Ctrl+Enter) and expects the one with this question. */
  async finishStep(question: string | RegExp): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    await expect(this.question(question)).toBeVisible()
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText('All saved')).toBeVisible()
  }

  /** Types at the cursor. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** A line of the plan. */
  planLine(what: string): Locator {
    return this.main.getByRole('row').filter({ hasText: what })
  }

  /** What is still missing before it may close. */
  get missing(): Locator {
    return this.main.getByRole('list')
  }

  /** Adds a participant. */
  async addParticipant(
    kind: string,
    { pick: partner, name, role, rule }: { readonly pick?: string; readonly name?: string; readonly role: string; readonly rule: string },
  ): Promise<void> {
    const form = this.main.getByRole('form', { name: 'Add a person' })
    await chooseOption(form, 'Add a person', kind)
    if (partner !== undefined) {
      await form.getByRole('combobox').fill(partner)
      await this.page.keyboard.press('Tab')
    }
    if (name !== undefined) await form.getByRole('textbox', { name: 'Name to say aloud' }).fill(name)
    await selectOption(this.page, form, /What they do here/, role)
    await form.getByRole('textbox', { name: 'If the line drops' }).fill(rule)
    await this.page.keyboard.press('Enter')
    await expect(form.getByRole('textbox')).toHaveCount(0)
  }

  async agreeNextMeeting(date: string, time: string): Promise<void> {
    await chooseOption(this.main, 'Meet again', 'Yes, one more')
    await fillMoment(this.main, 'When', date, time)
    await this.page.keyboard.press('Enter')
    await expect(this.main.getByText(/^Agreed: /)).toBeVisible()
  }

  async setDate(what: string, date: string, time: string): Promise<void> {
    const change = this.main.getByRole('button', { name: `Edit: ${what}` })
    await tabTo(this.page, change)
    await this.page.keyboard.press('Enter')
    await fillMoment(this.main, 'By when', date, time)
    await this.page.keyboard.press('Enter')
    await expect(this.planLine(what)).not.toContainText('needs a date')
  }
}

import type { Locator, Page } from '@playwright/test'

/** The person's releases: one of them as a form, all of them beside it. */
export class ReleasesPage {
  constructor(private readonly page: Page) {}

  get list(): Locator {
    return this.page.getByRole('complementary', { name: 'Her releases' })
  }

  /** The form of an unsigned release. */
  get form(): Locator {
    return this.page.getByRole('form', { name: /^(New release|Release) for/ })
  }

  /** A signed release. */
  get sheet(): Locator {
    return this.page.getByRole('article', { name: /^Release for/ })
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true })
  }

  /** Chooses the organisation from the directory or types it. */
  async fillRecipient(organisation: string, option: string | RegExp, recipient: string): Promise<void> {
    await this.form.getByRole('combobox', { name: 'Organization' }).fill(organisation)
    await this.page.getByRole('option', { name: option }).click()
    await this.field('Person or role').fill(recipient)
  }

  /** Fills in what the person agrees to, and what they were told. */
  async fillTerms(): Promise<void> {
    await this.field('Why, in her words').fill('So that I need not tell it all again.')
    await this.field('We may share').fill('Whether she was reached, and when she can move.')
    await this.field('We may not share').fill('Where she stays now.')
    await this.form
      .getByRole('button', { name: 'Phone' })
      .or(this.form.getByRole('checkbox', { name: 'Phone' }))
      .first()
      .click()
  }

  async tickExplained(): Promise<void> {
    await this.form.getByText('the risks of sharing').click()
    await this.form.getByText(/^she can take it back at any time/).click()
  }
}

import { expect, type Locator, type Page } from '@playwright/test'

/** The board: lanes or table, the filters, the sheet beside them. */
export class BoardPage {
  constructor(private readonly page: Page) {}

  get main(): Locator {
    return this.page.getByRole('main')
  }

  /** The rows, in lanes or table. */
  get list(): Locator {
    return this.main.getByRole('grid', { name: 'Open handoffs' })
  }

  lane(name: string): Locator {
    return this.list.getByRole('rowgroup', { name: new RegExp(`^${name}`) })
  }

  /** Finds a row by its spoken number: 'A. F., No. 1, due in 24 h. …'. */
  row(number: number): Locator {
    return this.list.getByRole('row', { name: new RegExp(`, No\\. ${number},`) })
  }

  get rows(): Locator {
    return this.list.getByRole('row', { name: /, No\. \d+,/ })
  }

  sheet(label: string): Locator {
    return this.main.getByRole('article').getByRole('heading', { level: 2, name: label, exact: true })
  }

  async showAs(name: 'Lanes' | 'Table'): Promise<void> {
    await this.main.getByRole('radiogroup', { name: 'Show as' }).getByRole('radio', { name }).click()
  }

  async chooseFilter(label: 'Status' | 'Owner' | 'Direction' | 'Source' | 'Group by' | 'Sort by', option: string): Promise<void> {
    await this.main
      .getByRole('button', { name: new RegExp(`${label}$`) })
      .or(this.main.getByRole('button', { name: new RegExp(`^${label}`) }))
      .click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
    // While the list closes, keys still choose in it.
    await expect(this.page.getByRole('listbox')).toHaveCount(0)
  }
}

import type { Locator, Page } from '@playwright/test'
import { en } from '#shared/messages/en'
import { ROUTES } from '../../renderer/office/routes'
import type { KeptFormId } from '../../renderer/office/forms'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { BoardPage } from '../pages/board'
import { createHandoff } from '../support/office/create-handoff'
import { setUpJourneyOffice } from '../support/office/journey-office'
import { PASSPHRASE } from '../support/office/set-up-office'

/** What the walk has prepared for the forms to be about. */
interface Prepared {
  readonly page: Page
  readonly handoff: string
  readonly person: string
  readonly partner: string
  readonly worker: string
}
interface FormWalk {
  /** The page of the form, and what opens it there. */
  readonly at: (prepared: Prepared) => string
  readonly open?: (prepared: Prepared) => Promise<void>
  /** The field that is typed in; the first of the form unless told otherwise. */
  readonly field?: (page: Page) => Locator
  /** A form without a field to type in: what is chosen, and how it shows that it is. */
  readonly choice?: { readonly choose: (prepared: Prepared) => Promise<void>; readonly isChosen: (page: Page) => Promise<void> }
}

const WORDS = 'Marigold by the river'
const TYPED = 'input:not([type=radio], [type=checkbox], [type=hidden], [type=search]):not([role=combobox]), textarea'
const button = (page: Page, name: string | RegExp) => page.locator('#main').getByRole('button', { name }).first()
const fieldOf = (form: KeptFormId) => (page: Page) => page.locator(`[data-form='${form}']`).locator(TYPED).first()
const recordStep = (step: string) => (prepared: Prepared) => `${ROUTES.handoff(prepared.handoff as never)}?do=${step}`
/** A worker is picked from a list that opens. */
const pickWorker = (label: string, name = 'Tamsin Boyle'): NonNullable<FormWalk['choice']> => ({
  choose: async ({ page }) => {
    await button(page, label).click()
    await page.getByRole('option', { name: new RegExp(name) }).click()
  },
  isChosen: async (page) => expect(button(page, label)).toContainText(name),
})
/** A square is chosen. */
const pickSquare = (name: string): NonNullable<FormWalk['choice']> => ({
  choose: async ({ page }) => page.locator('#main').getByRole('radio', { name, exact: true }).click(),
  isChosen: async (page) => expect(page.locator('#main').getByRole('radio', { name, exact: true })).toBeChecked(),
})

/** Every form that keeps its words, and the way to it. A form that is not here does not compile. */
const WALKS: Readonly<Record<KeptFormId, FormWalk>> = {
  action: { at: recordStep('note') },
  attempt: { at: recordStep('log'), field: (page) => page.getByRole('textbox', { name: en.record.outcome.words }) },
  'begin-meeting': { at: recordStep('meet') },
  confirm: { at: recordStep('confirm'), field: (page) => page.getByRole('textbox', { name: en.record.confirm.stepWhat }) },
  interpreter: { at: recordStep('interpreter'), field: (page) => page.getByRole('textbox', { name: en.record.interpreter.who }) },
  'what-went-well': { at: recordStep('well') },
  'deadline-risk': {
    at: ({ handoff }) => ROUTES.handoff(handoff as never),
    open: async ({ page }) => button(page, en.record.dates.add).click(),
    field: (page) => page.getByRole('textbox', { name: en.record.confirm.date.routed }),
  },
  bounce: { at: recordStep('bounce') },
  'named-staff': {
    at: ({ person }) => ROUTES.person(person as never),
    open: async ({ page }) => button(page, en.access.change).click(),
    choice: pickSquare(en.access.whoIs.few),
  },
  conflict: {
    at: ({ person }) => ROUTES.person(person as never),
    open: async ({ page }) => button(page, en.access.change).click(),
    choice: pickWorker(en.access.neverTo),
  },
  'create-handoff': { at: () => ROUTES.createHandoff, field: (page) => page.getByRole('textbox', { name: en.intake.name }) },
  'add-partner': {
    at: () => ROUTES.createHandoff,
    open: async ({ page }) => button(page, en.intake.notListed).click(),
    field: (page) => page.getByRole('textbox', { name: en.intake.partnerName }),
  },
  'assign-one': {
    at: () => ROUTES.board,
    open: async ({ page }) => {
      await page.keyboard.press('j')
      await page.keyboard.press('g')
    },
    choice: pickWorker(en.board.sheet.giveTo),
  },
  'assign-many': {
    at: () => ROUTES.board,
    open: async ({ page }) => {
      await new BoardPage(page).showAs('Table')
      await page.keyboard.press('j')
      await page.keyboard.press('x')
      await page.keyboard.press('g')
    },
    field: (page) => page.getByRole('textbox', { name: en.board.many.why }),
  },
  'saved-view': { at: () => ROUTES.board, open: async ({ page }) => button(page, en.board.view.keep).click() },
  'break-glass': { at: () => ROUTES.board, open: async ({ page }) => button(page, new RegExp(`^${en.access.open}`)).click() },
  absence: {
    at: () => `${ROUTES.myAccount}/away`,
    field: (page) => page.getByRole('textbox', { name: en.away.untilDate }),
  },
  'decision-right': { at: () => ROUTES.staff, choice: pickWorker(en.staff.rights.deputy) },
  worker: { at: ({ worker }) => `${ROUTES.staff}/${worker}` },
  'worker-leaving': { at: ({ worker }) => `${ROUTES.staff}/${worker}/leave`, choice: pickWorker(en.staff.leaving.giveAll, 'Ruth Adeyemi') },
  partner: { at: ({ partner }) => ROUTES.partner(partner as never), open: async ({ page }) => button(page, en.partners.change).click() },
  person: { at: ({ person }) => ROUTES.person(person as never), open: async ({ page }) => button(page, en.people.change).click() },
  'merge-records': {
    at: ({ person }) => ROUTES.person(person as never),
    open: async ({ page }) => {
      // The address still says which two records were compared, so their form may be open already.
      const begin = button(page, en.people.merge.begin)
      const form = page.locator("[data-form='merge-records']")
      await expect(begin.or(form)).toBeVisible()
      if (await form.isVisible()) return
      await begin.click()
      await page.getByRole('searchbox', { name: en.people.merge.pick }).fill('Wren')
      await button(page, en.people.merge.here).click()
    },
  },
  override: { at: () => ROUTES.overrides, open: async ({ page }) => button(page, new RegExp(`^${en.overrides.write}`)).click() },
  help: { at: () => ROUTES.settings, field: (page) => page.getByRole('textbox', { name: en.settings.supervisorName }) },
  'lock-settings': { at: () => `${ROUTES.settings}/desk`, choice: pickSquare(en.settings.desk.minutes_other.replace('{{count}}', '2')) },
  goal: { at: ({ person }) => ROUTES.stay(person as never), open: async ({ page }) => button(page, en.stay.goal.add).click() },
}

/** Whoever is at the desk locks it while the form is open, and comes back. */
async function lockAndComeBack(host: Host): Promise<void> {
  const { page } = host
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: /Ines Okafor/ }).click()
  await page.getByLabel(/[Pp]assphrase$/).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
}

/** Goes to the form's page anew, so that nothing of it is left in the window, and opens it. */
async function openForm(prepared: Prepared, walk: FormWalk): Promise<void> {
  const { page } = prepared
  for (const place of [ROUTES.meetings, walk.at(prepared)]) {
    await page.evaluate((hash) => void (location.hash = hash), place)
    await expect(page.locator('#main')).toBeVisible()
  }
  await expect(page.locator('#main [aria-busy=true], #main .loading')).toHaveCount(0)
  await walk.open?.(prepared)
}

async function prepare(host: Host): Promise<Prepared> {
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle', 'Ruth Adeyemi'], partners: [{ name: 'Northgate Line' }] })
  const { id } = await createHandoff(host, 'Amal Rahimi', { from: 'Northgate Line' })
  const other = await createHandoff(host, 'Wren Castellan', { safeToCall: 'no' })
  const hidden = await createHandoff(host, 'Ottoline Marsh', { assignedTo: 'Tamsin Boyle' })
  const [record, otherRecord, hiddenRecord] = [
    await host.call('handoff.read', { id }),
    await host.call('handoff.read', { id: other.id }),
    await host.call('handoff.read', { id: hidden.id }),
  ]
  const [partners, staff] = [await host.call('partner.list', {}), await host.call('staff.list', {})]
  if (!record.ok || !otherRecord.ok || !hiddenRecord.ok || !partners.ok || !staff.ok) throw new Error('the office is not open')
  const worker = staff.value.find(({ name }) => name === 'Tamsin Boyle')!.id
  const me = staff.value.find(({ name }) => name === 'Ines Okafor')!.id
  expect(await host.call('access.restrict', { personId: hiddenRecord.value.personId, named: [worker] })).toMatchObject({ ok: true })
  expect(await host.call('stay.begin', { personId: record.value.personId, intakeAt: null, worker: me })).toMatchObject({ ok: true })
  const way = otherRecord.value.plan?.ways[0]
  expect(
    await host.call('contact.showNumber', { id: other.id, wayId: way?.id ?? '', channel: 'call', safeCheck: 'not_sure', override: '' }),
  ).toMatchObject({ ok: true })
  return {
    page: host.page,
    handoff: id,
    person: record.value.personId,
    partner: partners.value[0]!.id,
    worker,
  }
}

/** Three walks, so that each holds within the time of a journey. */
const IDS = Object.keys(WALKS) as KeptFormId[]
const THIRD = Math.ceil(IDS.length / 3)
for (const part of [0, 1, 2])
  test(`what is typed outlives F9 and a new sign-in, in every form (ui.md 4, S3): part ${part + 1} of 3`, async ({ host }) => {
    const prepared = await prepare(host)
    const { page } = prepared
    /** All that lose their words, not only the first. */
    const lost: string[] = []
    for (const id of IDS.slice(part * THIRD, (part + 1) * THIRD))
      await test.step(id, async () => {
        const walk = WALKS[id]
        const field = () => (walk.field ?? fieldOf(id))(page).first()
        try {
          await openForm(prepared, walk)
          if (walk.choice) await walk.choice.choose(prepared)
          else await field().fill(WORDS)
          await lockAndComeBack(host)
          await openForm(prepared, walk)
          if (walk.choice) await walk.choice.isChosen(page)
          else await expect(field()).toHaveValue(WORDS)
        } catch (error) {
          lost.push(`${id}: ${error instanceof Error ? error.message : String(error)}`)
        }
      })
    expect(lost).toEqual([])
  })

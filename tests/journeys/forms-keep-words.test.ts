import type { Locator, Page } from '@playwright/test'
import type { MeetingId } from '#shared/domain/core/ids'
import { en } from '#shared/messages/en'
import { ROUTES } from '../../renderer/office/routes'
import type { KeptFormId } from '../../renderer/office/forms'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { BoardPage } from '../pages/board'
import { createHandoff } from '../support/office/create-handoff'
import { PASSPHRASES, setUpJourneyOffice } from '../support/office/journey-office'
import { signed } from '../support/domain/releases'
import { PASSPHRASE } from '../support/office/set-up-office'

/** What the walk has prepared for the forms to be about. */
interface Prepared {
  readonly page: Page
  readonly handoff: string
  readonly person: string
  readonly partner: string
  readonly worker: string
  /** A meeting that runs, and the person it is about. */
  readonly meeting: string
  readonly inMeeting: string
  readonly release: string
  /** A referral whose number may not be shown now. */
  readonly refused: string
  /** A referral with a closed meeting, its person, whose stay has ended, and that meeting. */
  readonly met: { readonly handoff: string; readonly person: string; readonly meeting: string }
}
interface FormWalk {
  /** The page of the form, and what opens it there. */
  readonly at: (prepared: Prepared) => string
  readonly open?: (prepared: Prepared) => Promise<void>
  /** The field that is typed in; the first of the form unless told otherwise. */
  readonly field?: (page: Page) => Locator
  /** A form without a field to type in: what is chosen, and how it shows that it is. */
  readonly choice?: {
    readonly choose: (prepared: Prepared) => Promise<void>
    readonly isChosen: (page: Page, is: boolean) => Promise<void>
  }
}

const MINUTE = 60_000
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
  isChosen: async (page, is) => (is ? expect(button(page, label)) : expect(button(page, label)).not).toContainText(name),
})
/** A square is chosen. */
const pickSquare = (name: string): NonNullable<FormWalk['choice']> => ({
  choose: async ({ page }) => page.locator('#main').getByRole('radio', { name, exact: true }).click(),
  isChosen: async (page, is) => expect(page.locator('#main').getByRole('radio', { name, exact: true })).toBeChecked({ checked: is }),
})

const step =
  (list: 'before' | 'during' | 'after', no: number): NonNullable<FormWalk['open']> =>
  async ({ page }) => {
    const steps = page.getByRole('navigation', { name: 'Steps' })
    await steps.getByRole('button', { name: en.meeting.list[list], exact: true }).click()
    await steps.getByRole('listitem').nth(no).getByRole('button').click()
  }
const inCall = (list: 'before' | 'during' | 'after', no: number): Pick<FormWalk, 'at' | 'open'> => ({
  at: ({ meeting }) => ROUTES.meeting(meeting as never),
  open: step(list, no),
})
/** Another pane of the call screen, by its keys. */
const callPane = (...keys: readonly string[]): Pick<FormWalk, 'at' | 'open'> => ({
  at: ({ meeting }) => ROUTES.meeting(meeting as never),
  open: async ({ page }) => {
    await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible()
    for (const key of keys) await page.keyboard.press(key)
  },
})
const onPerson = (name: string): Pick<FormWalk, 'at' | 'open'> => ({
  at: ({ person }) => ROUTES.person(person as never),
  open: async ({ page }) => button(page, name).click(),
})
const onStay = (name: string): Pick<FormWalk, 'at' | 'open'> => ({
  at: ({ person }) => ROUTES.stay(person as never),
  open: async ({ page }) => button(page, name).click(),
})
const onRelease = (name: string): Pick<FormWalk, 'at' | 'open'> => ({
  at: ({ inMeeting, release }) => ROUTES.release(inMeeting as never, release as never),
  open: async ({ page }) => button(page, name).click(),
})

/** Every form that keeps its words, and the way to it. A form that is not here does not compile. */
const WALKS: Readonly<Record<KeptFormId, FormWalk>> = {
  action: { at: recordStep('note') },
  attempt: { at: recordStep('log'), field: (page) => page.getByRole('textbox', { name: en.record.outcome.words }) },
  'begin-meeting': { at: recordStep('meet') },
  confirm: { at: recordStep('confirm'), field: (page) => page.getByRole('textbox', { name: en.record.confirm.stepWhat }) },
  'contact-override': {
    at: ({ refused }) => `${ROUTES.handoff(refused as never)}?do=attempt`,
    open: async ({ page }) => button(page, en.record.safe.yes).click(),
    field: (page) => page.getByRole('textbox', { name: en.record.safe.refused.reason }),
  },
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
  'create-handoff': { at: () => ROUTES.createHandoff, field: (page) => page.getByRole('textbox', { name: en.createHandoff.name }) },
  'add-partner': {
    at: () => ROUTES.createHandoff,
    open: async ({ page }) => button(page, en.createHandoff.notListed).click(),
    field: (page) => page.getByRole('textbox', { name: en.createHandoff.partnerName }),
  },
  'assign-one': {
    at: () => ROUTES.board,
    open: async ({ page }) => {
      // Another walk shows the table. A click on the row that is selected would open its record.
      const board = new BoardPage(page)
      await board.showAs('Lanes')
      await expect(page.locator('#main').getByRole('article')).toBeVisible()
      if ((await board.row(1).getAttribute('aria-selected')) !== 'true') await board.row(1).click()
      await expect(board.row(1)).toHaveAttribute('aria-selected', 'true')
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
    at: () => ROUTES.myAbsence,
    field: (page) => page.getByRole('textbox', { name: en.away.untilDate }),
  },
  'decision-right': { at: () => ROUTES.rights, choice: pickWorker(en.staff.rights.deputy) },
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
  'lock-settings': { at: () => ROUTES.screenLock, choice: pickSquare(en.settings.desk.minutes_other.replace('{{count}}', '2')) },
  goal: onStay(en.stay.goal.add),
  'begin-stay': { at: ({ inMeeting }) => ROUTES.stay(inMeeting as never) },
  'end-stay': { at: ({ person }) => ROUTES.stay(person as never) },
  'drop-goal': onStay(en.stay.goal.letGo),
  'goal-handoff': { ...onStay(en.stay.goal.handOn), choice: pickWorker(en.stay.goal.handOnTo) },
  'after-stay': {
    at: ({ met }) => ROUTES.stay(met.person as never),
    open: async ({ page }) => page.locator('#main').getByRole('radio', { name: en.stay.afterwards.yes, exact: true }).click(),
    field: (page) => page.getByRole('textbox', { name: en.stay.afterwards.words }),
  },
  release: { at: ({ inMeeting }) => ROUTES.newRelease(inMeeting as never) },
  disclosure: onRelease(en.releases.tell),
  'without-release': onRelease(en.releases.withoutAdd),
  authorise: onRelease(en.releases.authorise),
  'stage-words': {
    at: ({ met }) => ROUTES.accompaniment(met.handoff as never),
    open: async ({ page }) => {
      await expect(page.locator('#main').getByRole('heading', { level: 2 })).toBeVisible()
      await page.keyboard.press('4')
    },
  },
  'field-setting': { at: () => `${ROUTES.fields}/dialect` },
  'bounce-reason': { at: () => `${ROUTES.reasons}/new` },
  standard: { at: () => ROUTES.policy },
  plan: { at: ({ person }) => ROUTES.plan(person as never) },
  'approved-story': onPerson(en.privateWords.story.write),
  'private-words': onPerson(en.privateWords.add),
  'client-summary': {
    at: ({ met }) => ROUTES.clientSummary(met.meeting as never),
    field: (page) => page.getByRole('textbox', { name: en.clientSummary.reach }),
  },
  'meeting-texts': {
    at: ({ meeting }) => ROUTES.meeting(meeting as never),
    open: async (prepared) => {
      await step('before', 1)(prepared)
      await prepared.page.getByRole('button', { name: new RegExp(`^${en.meeting.leaveOut.label}`) }).click()
    },
    field: (page) => page.getByRole('textbox', { name: en.meeting.leaveOut.why }),
  },
  'withheld-in-meeting': inCall('before', 2),
  paper: inCall('before', 4),
  participant: {
    at: ({ meeting }) => ROUTES.meeting(meeting as never),
    open: async (prepared) => {
      await step('during', 0)(prepared)
      await prepared.page.locator("[data-form='participant']").getByRole('radio', { name: en.meeting.kind.other }).click()
    },
  },
  'without-person': {
    at: ({ meeting }) => ROUTES.meeting(meeting as never),
    open: async ({ page }) => {
      await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible()
      await page.keyboard.press('Alt+0')
      await button(page, en.meeting.people.without.open).click()
    },
  },
  'plan-line': inCall('during', 4),
  'meeting-risk': inCall('during', 7),
  'next-meeting': {
    at: ({ meeting }) => ROUTES.meeting(meeting as never),
    open: async (prepared) => {
      await step('after', 2)(prepared)
      await prepared.page.locator('#main').getByRole('radio', { name: en.meeting.steps.meet.yes, exact: true }).click()
    },
  },
  'meeting-disclosure': inCall('after', 4),
  'hand-over-meeting': {
    ...callPane('F7'),
    choice: {
      choose: async ({ page }) => {
        await page.getByRole('combobox', { name: en.meeting.hand.to }).fill('Tamsin')
        await page.getByRole('option', { name: /Tamsin Boyle/ }).click()
      },
      isChosen: async (page, is) => {
        const to = page.getByRole('combobox', { name: en.meeting.hand.to })
        await (is ? expect(to) : expect(to).not).toHaveValue(/Tamsin Boyle/)
      },
    },
  },
  'close-meeting': { ...callPane('F4', 'Alt+e'), field: (page) => page.getByRole('textbox', { name: en.meeting.close.words }) },
}

/** Forms that a colleague who is a worker cannot open: the director's, and those of the one who leads the meeting. */
const CLOSED_TO_COLLEAGUE: ReadonlySet<KeptFormId> = new Set<KeptFormId>([
  'named-staff',
  'conflict',
  'break-glass',
  'decision-right',
  'worker',
  'worker-leaving',
  'override',
  'help',
  'lock-settings',
  'field-setting',
  'bounce-reason',
  'standard',
  'meeting-texts',
  'withheld-in-meeting',
  'paper',
  'participant',
  'without-person',
  'plan-line',
  'meeting-risk',
  'next-meeting',
  'meeting-disclosure',
  'hand-over-meeting',
  'close-meeting',
])

const DIRECTOR = { name: 'Ines Okafor', passphrase: PASSPHRASE }
const COLLEAGUE = { name: 'Tamsin Boyle', passphrase: PASSPHRASES['Tamsin Boyle'] }

/** F9 blanks the window at once; here nobody signs in before the office has locked too. */
async function lock(host: Host): Promise<void> {
  await host.page.keyboard.press('F9')
  await expect.poll(() => readStage(host)).toBe('locked')
}

const readStage = async (host: Host) => (await must(host.call('office.state', {}))).stage

async function signIn(host: Host, { name, passphrase }: typeof DIRECTOR): Promise<void> {
  const { page } = host
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByLabel(/[Pp]assphrase$/).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect.poll(() => readStage(host)).toBe('open')
  await expect(page.locator('#main')).toBeVisible()
}

async function setRunning(host: Host, meeting: string, kind: 'pause' | 'resume'): Promise<void> {
  const id = meeting as MeetingId
  const { version } = await must(host.call('meeting.read', { id }))
  await must(host.call('meeting.execute', { id, version, command: { kind } }))
}

/** What comes between the typing and the sending. Each ends with the same worker at the desk. */
const INTERRUPTIONS = {
  // A running meeting keeps the screen open (M1), so that it is paused meanwhile.
  'the idle lock': async (host, meeting) => {
    await setRunning(host, meeting, 'pause')
    await host.clock.setWorkerAbsent()
    for (let minutes = 0; minutes < 6; minutes += 1) await host.clock.advance(MINUTE)
    await expect(host.page.getByRole('button', { name: /Ines Okafor/ })).toBeVisible()
    await host.clock.setWorkerPresent()
    await signIn(host, DIRECTOR)
    await setRunning(host, meeting, 'resume')
  },
  'a switch of workers': async (host, _meeting, seeNothing) => {
    await lock(host)
    await signIn(host, COLLEAGUE)
    await seeNothing()
    await lock(host)
    await signIn(host, DIRECTOR)
  },
  'a crash': async (host) => {
    await host.crash()
    expect(await host.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })).toMatchObject({ ok: true })
    await expect(host.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  },
} as const satisfies Readonly<Record<string, (host: Host, meeting: string, seeNothing: () => Promise<void>) => Promise<void>>>

/** Whoever is at the desk locks it while the form is open, and comes back. */
async function lockAndComeBack(host: Host): Promise<void> {
  await lock(host)
  await signIn(host, DIRECTOR)
}

/** Goes to the form's page anew, so that nothing of it is left in the window, and opens it. */
async function openForm(prepared: Prepared, walk: FormWalk): Promise<void> {
  const { page } = prepared
  for (const place of [ROUTES.meetings, walk.at(prepared)]) {
    // The query of the last page stays in the address unless it is taken away (`renderer/app/use-hash.ts`).
    await page.evaluate((hash) => {
      history.replaceState(null, '', `${location.pathname}${location.hash}`)
      location.hash = hash
    }, place)
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
  const stay = await must(host.call('stay.read', { personId: record.value.personId }))
  await must(host.call('goal.save', { stayId: stay[0]!.id, id: null, words: 'a flat near the school', help: 'housing', need: '' }))
  const way = otherRecord.value.plan?.ways[0]
  await must(host.call('contact.showNumber', { id: other.id, wayId: way?.id ?? '', channel: 'call', safeCheck: 'not_sure', override: '' }))
  for (const right of ['workflow_owner', 'data_owner'] as const)
    await must(host.call('rights.save', { right, holder: me, deputy: null, deputyActs: false }))
  const inMeeting = otherRecord.value.personId
  const release = await must(host.call('release.write', signed(inMeeting, host.clock.now(), { partnerId: partners.value[0]!.id })))
  await must(
    host.call('withoutConsent.write', {
      personId: inMeeting,
      at: null,
      what: 'that a child was hurt',
      toWhom: 'Child services',
      why: 'child_protection',
      basis: 'the act',
      authorisedBy: '',
      toldHer: 'not_yet',
    }),
  )
  const begin = (handoffId: typeof id) =>
    must(host.call('meeting.begin', { handoffId, mode: 'in_person', where: '', withoutHer: null, startedAt: null }))
  const open = await begin(other.id)
  const refused = await createHandoff(host, 'Junia Falk', { safeToCall: 'no' })
  const met = await createHandoff(host, 'Celia Parr', { to: 'Northgate Line' })
  const metRecord = await must(host.call('handoff.read', { id: met.id }))
  const closed = await begin(met.id)
  let version = 1
  for (const command of [
    { kind: 'confidence', score: 5, words: 'I can do it.' },
    { kind: 'copy', copy: 'wanted' },
    { kind: 'close', how: 'she_ended_it', words: '', at: null },
  ] as const)
    ({ version } = await must(host.call('meeting.execute', { id: closed.id, version, command })))
  const ended = await must(host.call('stay.begin', { personId: metRecord.personId, intakeAt: null, worker: me }))
  await must(host.call('stay.end', { id: ended.id, at: null }))
  return {
    page: host.page,
    handoff: id,
    person: record.value.personId,
    partner: partners.value[0]!.id,
    worker,
    meeting: open.id,
    inMeeting,
    release: release.id,
    refused: refused.id,
    met: { handoff: met.id, person: metRecord.personId, meeting: closed.id },
  }
}

async function must<T>(answer: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> {
  const told = await answer
  if (!told.ok) throw new Error(JSON.stringify(told.failure))
  return told.value
}

/** Several walks, so that each holds within the time of a journey. */
const WALK_COUNT = 4
const IDS = Object.keys(WALKS) as KeptFormId[]
const PART = Math.ceil(IDS.length / WALK_COUNT)
for (let part = 0; part < WALK_COUNT; part += 1)
  test(`what is typed outlives F9, the idle lock, a switch of workers and a crash, in every form (ui.md 4, S3): part ${part + 1} of ${WALK_COUNT}`, async ({
    host,
  }) => {
    const prepared = await prepare(host)
    const ids = IDS.slice(part * PART, (part + 1) * PART)
    /** All that lose their words, not only the first. */
    const lost: string[] = []
    const field = (id: KeptFormId) => (WALKS[id].field ?? fieldOf(id))(host.page).first()
    const check = async (id: KeptFormId, after: string, act: () => Promise<void>) => {
      try {
        await act()
        const walk = WALKS[id]
        await openForm({ ...prepared, page: host.page }, walk)
        if (walk.choice) await walk.choice.isChosen(host.page, true)
        else await expect(field(id)).toHaveValue(WORDS)
      } catch (error) {
        lost.push(`${id} after ${after}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    for (const id of ids)
      await test.step(id, () =>
        check(id, 'F9', async () => {
          const walk = WALKS[id]
          await openForm(prepared, walk)
          if (walk.choice) await walk.choice.choose(prepared)
          else await field(id).fill(WORDS)
          await lockAndComeBack(host)
        }),
      )
    const open = ids.filter((id) => !CLOSED_TO_COLLEAGUE.has(id))
    /** What a colleague finds in the same forms. */
    const seeNothing = async () => {
      for (const id of open) {
        const walk = WALKS[id]
        await openForm({ ...prepared, page: host.page }, walk)
        if (walk.choice) await walk.choice.isChosen(host.page, false)
        else await expect(field(id)).not.toHaveValue(WORDS)
      }
    }
    for (const [after, interrupt] of Object.entries(INTERRUPTIONS))
      await test.step(after, async () => {
        await interrupt(host, prepared.meeting, seeNothing)
        for (const id of ids) await check(id, after, () => Promise.resolve())
      })
    expect(lost).toEqual([])
  })

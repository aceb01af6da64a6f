import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { foldName } from '#shared/domain/person/name-words'
import type { Input } from '#shared/contract/index'
import type { Host } from '../hosts/host'
import { expect, test } from '../hosts/fixture'
import { toExportFolder } from '../hosts/page-host'
import { AppPage, chooseOption } from '../pages/app'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'
import { released } from '../support/domain/releases'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE })

type Command = Input<'meeting.execute'>['command']
const DAY = 86_400_000

async function must<T>(answer: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> {
  const told = await answer
  if (!told.ok) throw new Error(JSON.stringify(told.failure))
  return told.value
}

/** Holds a meeting: begins it and runs one command after the other. */
async function holdMeeting(host: Host, handoffId: Input<'meeting.begin'>['handoffId'], commands: readonly Command[]) {
  const begun = { handoffId, mode: 'in_person', where: 'Harbour House, 12 Quay Road', withoutHer: null, startedAt: null } as const
  const { id } = await must(host.call('meeting.begin', begun))
  let version = 1
  for (const command of commands) ({ version } = await must(host.call('meeting.execute', { id, version, command })))
  return { id, say: async (command: Command) => ({ version } = await must(host.call('meeting.execute', { id, version, command }))) }
}

/** The kinds of a tagged document's parts, in reading order. */
interface AccessibilityNode {
  readonly role?: string
  readonly children?: readonly AccessibilityNode[]
}
const listRoles = ({ role, children = [] }: AccessibilityNode): readonly string[] => [
  ...(role ? [role] : []),
  ...children.flatMap(listRoles),
]

async function readPdf(host: Host) {
  const [name = ''] = readdirSync(toExportFolder(host.dataFolder))
  const document = await getDocumentProxy(new Uint8Array(readFileSync(join(toExportFolder(host.dataFolder), name))))
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const { info } = (await document.getMetadata()) as unknown as { readonly info: Readonly<Record<string, unknown>> }
  return {
    name,
    pages: document.numPages,
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    roles: listRoles((await page.getStructTree()) as AccessibilityNode),
    outline: ((await document.getOutline()) as readonly { title: string }[] | null) ?? [],
    language: info['Language'],
    title: info['Title'],
  }
}

test('what the person withholds is hidden on her page, redacted from her sheet, and not in the PDF, which is tagged @both-hosts', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Larch Legal Aid', phone: '780 555 0181' }] })
  const handoff = await createHandoff(host, 'Marta Lindqvist', { from: 'Larch Legal Aid' })
  const { personId } = await must(host.call('handoff.read', { id: handoff.id }))
  const { me } = await must(host.call('office.state', {}))
  const owner = me!.id
  const partnerId = (await must(host.call('partner.list', {})))[0]!.id
  const app = new AppPage(page)

  // On the person's own page it is hidden until it is held (M5, L6).
  await page.evaluate((place) => void (window.location.hash = place), `#/people/${personId}`)
  const kept = page.getByRole('region', { name: 'Private: do not share' })
  await expect(kept).toContainText('Nothing is marked private.')
  await kept.getByRole('button', { name: 'Keep words private' }).click()
  const words = kept.getByRole('textbox', { name: 'Words to keep private' })
  await words.fill('x')
  await words.press('Enter')
  await expect(kept).toContainText('Enter at least two letters.')
  await words.fill('Quay Road')
  await words.press('Enter')
  await expect(kept).toContainText('from everyone')
  await expect(kept).not.toContainText('Quay Road')
  await kept.getByRole('button', { name: 'Keep words private' }).click()
  await kept.getByRole('textbox', { name: 'Words to keep private' }).fill('Žofia')
  await chooseOption(kept, 'From whom?', 'Only one partner')
  const whom = kept.getByRole('combobox', { name: 'Which partner' })
  await expect(whom).toBeFocused()
  await whom.fill('larch legal aid')
  await whom.press('Tab')
  await expect(whom).toHaveValue('Larch Legal Aid')
  await checkAppearance(host, 'kept-form')
  await kept.getByRole('button', { name: 'Keep private', exact: true }).click()
  await expect(kept).toContainText('from Larch Legal Aid')
  const first = kept.getByRole('listitem').filter({ hasText: 'from everyone' })
  await first.getByRole('button', { name: 'Hold to read' }).focus()
  await page.keyboard.down('Space')
  await expect(first).toContainText('Quay Road')
  await page.keyboard.up('Space')
  await expect(first).not.toContainText('Quay Road')

  const story = page.getByRole('region', { name: 'Her story, told once' })
  await story.getByRole('button', { name: 'Write it with her' }).click()
  await story.getByRole('textbox', { name: 'Situation: what led to this change now' }).fill('She leaves the flat at quay-road on Friday.')
  await story.getByRole('button', { name: 'She says it is right' }).click()
  await expect(story).toContainText('She leaves the flat at ▬▬▬ on Friday.')
  await checkAppearance(host, 'kept')

  // Everything that a meeting may contain, and what must not leave the shelter (M4).
  const line = { kind: 'set_line', no: null, who: '', owner, waitsOn: 'nobody' } as const
  const now = host.clock.now()
  const meeting = await holdMeeting(host, handoff.id, [
    { kind: 'join', who: 'partner', name: '', staffId: null, partnerId, role: 'helps', rule: '' },
    { ...line, what: 'Send the form from QUAY  ROAD to Zofia', dueAt: now + DAY },
    { ...line, what: 'Ring the landlord about the keys', who: 'She herself, with Harbour House', dueAt: now + 3 * DAY },
    { kind: 'set_paper', no: null, name: 'The lease', direction: 'ask', state: 'open' },
    { kind: 'next', next: { at: now + 7 * DAY, lead: owner, what: 'at 12 Quay Road' } },
  ])
  await page.evaluate((place) => void (window.location.hash = place), `#/meetings/${meeting.id}/page`)
  await expect(app.main.getByText('We have not asked her yet if she wants a page.')).toBeVisible()
  await meeting.say({ kind: 'copy', copy: 'unsafe' })
  await expect(app.main.getByText('It is not safe for her to have a page.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toHaveCount(0)
  expect(await host.call('clientSummary.save', { id: meeting.id })).toMatchObject({ ok: false, failure: { reason: 'no_copy' } })
  await meeting.say({ kind: 'copy', copy: 'wanted' })

  const sheet = page.getByRole('article', { name: /^What we agreed on/ })
  await expect(sheet).toContainText('Send the form from ▬▬▬ to ▬▬▬')
  await page.getByRole('textbox', { name: 'How she can reach us safely' }).fill('780 555 0100, ask at Harbour House')
  await expect(sheet).toContainText('780 555 0100, ask at ▬▬▬')
  await checkAppearance(host, 'her-page')
  await page.emulateMedia({ media: 'print' })
  await host.screenshot('her-page-print')
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Control+p')
  await expect(app.main.getByText('Printed. Give it to her')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(app.main.getByText('Saved. Delete the file')).toBeVisible()

  const pdf = await readPdf(host)
  expect(pdf.name).toBe('page-2026-11-16.pdf')
  expect(pdf).toMatchObject({ pages: 1, language: 'en-CA', title: 'Day-book' })
  expect(pdf.outline.map(({ title }) => title.trim())).toEqual(['What we agreed on Monday 16 November'])
  for (const role of ['H2', 'H3', 'Table', 'TH', 'TD', 'L']) expect(pdf.roles).toContain(role)
  for (const said of ['Ring the landlord', 'The lease', '780 555 0181', '780 555 0100']) expect(pdf.text).toContain(said)
  const summaryText = foldName(pdf.text)
  for (const never of ['quay', 'zofia', 'harbour', 'lindqvist', `no ${handoff.number}`, 'm l'])
    expect(` ${summaryText} `).not.toContain(` ${never} `)

  // The sheet that the person signs goes to its recipient, so what is withheld from them is not on it (section 8).
  const { id: releaseId } = await must(
    host.call(
      'release.write',
      released(personId, now, { partnerId, recipient: 'Intake worker', mayNot: 'Where Zofia is', purpose: 'a flat' }),
    ),
  )
  await page.evaluate((place) => void (window.location.hash = place), `#/people/${personId}/releases/${releaseId}/paper`)
  const form = page.getByRole('article', { name: 'I allow you to share this' })
  await expect(form).toContainText('Where ▬▬▬ is')
  await expect(form).toContainText('Larch Legal Aid: Intake worker')
  await checkAppearance(host, 'release-paper')
  await page.emulateMedia({ media: 'print' })
  await host.screenshot('release-paper-print')
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Control+p')
  await expect(app.main.getByText('Printed. Leave no copy')).toBeVisible()
})

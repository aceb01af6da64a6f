import type { Input } from '#shared/contract/index'
import { expect, test } from '../hosts/fixture'
import { setUpJourneyOffice } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

const HOUR = 3_600_000

test('what was agreed in a meeting stands on its record, and is done, moved, or dropped with a reason (section 7)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle'], partners: [{ name: 'Northgate Crisis Line', kind: 'crisis_line' }] })
  const { id: handoffId } = await createHandoff(host, 'Marta Lindqvist', { from: 'Northgate Crisis Line' })
  const state = await host.call('office.state', {})
  const me = state.ok ? state.value.me : null
  const begun = await host.call('meeting.begin', { handoffId, mode: 'in_person', where: '', withoutHer: null, startedAt: null })
  if (me === null || !begun.ok) throw new Error('no meeting began')
  let version = 1
  const runCommand = async (command: Input<'meeting.execute'>['command']) => {
    const done = await host.call('meeting.execute', { id: begun.value.id, version, command })
    if (!done.ok) throw new Error(JSON.stringify(done.failure))
    ;({ version } = done.value)
  }
  const line = (what: string, inHours: number) =>
    ({ kind: 'set_line', no: null, what, who: '', owner: me.id, dueAt: host.clock.now() + inHours * HOUR, waitsOn: 'nobody' }) as const
  await runCommand(line('Send the lease to the agency', 30))
  await runCommand(line('Ask whether the school has a place', 31))
  await runCommand(line('Ring the landlord', 32))
  await runCommand({ kind: 'close', how: 'she_ended_it', words: '', at: null })

  await page.evaluate((id) => void (location.hash = `/handoffs/${id}`), handoffId)
  const agreed = page.getByRole('region', { name: 'Agreed in meetings' })
  await expect(agreed.getByRole('listitem')).toHaveCount(3)
  await checkAppearance(host, 'agreed')
  const saved = async () => {
    await page.keyboard.press('Control+Enter')
    await expect(agreed).toBeVisible()
  }
  await agreed.getByRole('button', { name: 'Done: Send the lease to the agency' }).click()
  await page.getByLabel('How it went (optional)').fill('sent')
  await saved()
  await agreed.getByRole('button', { name: 'Remove: Ask whether the school has a place' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Enter this first.')).toBeVisible()
  await page.getByLabel('Why').fill('the school is full')
  await saved()
  await agreed.getByRole('button', { name: 'Move: Ring the landlord', exact: true }).click()
  await page.getByRole('button', { name: /^Ines Okafor/ }).click()
  await page.getByRole('option', { name: /^Tamsin Boyle/ }).click()
  await saved()
  await expect(agreed.getByRole('listitem')).toHaveCount(1)
  await expect(agreed).toContainText('Tamsin Boyle')
  for (const told of [
    'Done, as agreed: Send the lease to the agency',
    'Removed: Ask whether the school has a place',
    'A line of the plan was moved to',
  ])
    await expect(page.getByText(told)).toBeVisible()
})

import { expect, test } from '../../hosts/fixture'
import type { Week } from './week'

/** Nine o'clock, to the millisecond. */
export async function playStandardEnds(week: Week): Promise<void> {
  const { app, record, host } = week
  const due = week.toInstant('Tue', '9:00')
  const last = async (number: number) => {
    await app.openRecord(number)
    await record.clickPrimary('Confirm with her')
    await record.fillConfirmation({ dates: 'She says: none' })
    await record.confirm()
  }
  await test.step('a millisecond before the end of the 24 hours is on time (C1)', async () => {
    await week.advanceToDay('Tue', '8:59')
    await host.clock.set(due - 1)
    await last(1)
    await expect(record.sheet.getByText('Confirmed today 8:59', { exact: true })).toBeVisible()
    expect(await week.readRecord(1)).toMatchObject({ confirmedInTime: true, confirmedAt: due - 1 })
  })
  await test.step('the end itself is on time (C1)', async () => {
    await week.advanceToDay('Tue', '9:00')
    await last(2)
    await expect(record.sheet.getByText('Confirmed today 9:00', { exact: true })).toBeVisible()
    expect(await week.readRecord(2)).toMatchObject({ confirmedInTime: true, confirmedAt: due })
  })
  await test.step('a millisecond after is late (C1)', async () => {
    await host.clock.set(due + 1)
    await last(3)
    await expect(record.sheet.getByText('Confirmed today 9:00, later than the standard', { exact: true })).toBeVisible()
    expect(await week.readRecord(3)).toMatchObject({ confirmedInTime: false, confirmedAt: due + 1 })
  })
}

export async function playTuesday(week: Week): Promise<void> {
  const { app, record, host } = week
  await week.advanceToDay('Tue', '10:00')
  await test.step('a source that is only measured raises no alarm, an hour after its standard (C2)', async () => {
    await app.openPage('Board')
    await expect(host.page.getByRole('row', { name: /^I\. C\., No\. 9, due 1 h ago/ })).toBeVisible()
    const alerts = await host.call('alert.list', {})
    expect(alerts.ok && alerts.value.some(({ number }) => number === 5)).toBe(true)
    expect(alerts.ok && alerts.value.some(({ number }) => number === 9)).toBe(false)
  })
  await test.step('the third try, and the source is asked beside it (C5)', async () => {
    // P2: what the source verified held until now; from here it is a neutral check.
    await week.tryToCall(4, 'No answer', 'All attempts are made', 'Neutral check')
    await expect(
      record.sheet.getByText('Do not contact her before that. The bounce is due tomorrow 9:00. A worker records it.'),
    ).toBeVisible()
    await record.button(/^Ask Northgate Clinic/).click()
    await expect(record.history.getByText('We asked Northgate Clinic to help reach her. Answer due tomorrow 10:00.')).toBeVisible()
  })
  await test.step('where the source may not be asked the fallback ends with the third try (C5)', async () => {
    await week.tryToCall(5, 'No answer', 'All attempts are made', 'Neutral check')
    await expect(record.sheet.getByRole('checkbox', { name: /^Also ask/ })).toHaveCount(0)
    await record.acceptProposal()
    await record.expectNextAction('A bounce is due tomorrow 9:00')
  })
  await test.step('the supervisor takes note of the danger; the bounce’s action stays to be done (B2)', async () => {
    await app.openRecord(12)
    await record.clickPrimary('See the danger')
    await record.fill('In a few words', 'rang the school, she is safe')
    await host.page.keyboard.press('Control+Enter')
    await record.expectNextAction('The safety team rings the school')
    await expect(record.history.getByText('The possible danger was marked as seen.')).toBeVisible()
  })
  await week.advanceToDay('Tue', '11:30')
  await test.step('the meeting was held; the next one is the next action (section 3)', async () => {
    await app.openRecord(11)
    // The call screen has a journey of its own: conference-call.
    const { id } = await week.readRecord(11)
    const begun = await host.call('meeting.begin', { handoffId: id, mode: 'in_person', where: '', withoutHer: null, startedAt: null })
    const meeting = begun.ok ? begun.value.id : ''
    const state = await host.call('office.state', {})
    const lead = state.ok ? (state.value.me?.id ?? '') : ''
    const next = { at: week.toInstant('Thu', '11:00'), lead, what: 'She asked for the same room' }
    for (const [version, command] of [
      { kind: 'next', next } as const,
      { kind: 'close', how: 'she_ended_it', words: '', at: null } as const,
    ].entries())
      expect(await host.call('meeting.execute', { id: meeting, version: version + 1, command })).toMatchObject({ ok: true })
    await record.expectNextAction('Meeting 2, Thu 19 Nov 11:00')
  })
  await week.advanceToDay('Tue', '14:00')
  await test.step('the source answers that she will call; nobody calls her; she calls and is confirmed (C5, C7)', async () => {
    await app.openRecord(4)
    await record.runAction('Add the source’s answer', async () => {
      await record.choose('Their answer', 'She will call us')
      await record.moment('If she will call: check again on', 'today', '18:00')
    })
    await record.expectNextAction('She calls us. Check then')
    await week.advanceToDay('Tue', '16:00')
    await app.openRecord(4)
    await record.logAttempt()
    await record.chooseOutcome('She called us')
    await record.fillConfirmation({ way: true, step: 'Intake talk on Thursday', dates: 'She says: none' })
    await record.confirm()
    await expect(record.sheet.getByText('Confirmed today 16:00, later than the standard')).toBeVisible()
  })
}

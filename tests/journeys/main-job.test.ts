import { expect, test } from '../hosts/fixture'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { playMondayEvening, playMondayMorning, createReferrals, playTries } from './week/monday'
import { playThursdayAndFriday, playWednesday, playWeekend } from './week/wednesday-to-sunday'
import { playStandardEnds, playTuesday } from './week/tuesday'
import { Week } from './week/week'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

test('one week at the desk: thirteen handoffs through every path, from the first referral to the last (C1 to C8, H1 to H9, P1 to P4, B2) @both-hosts', async ({
  host,
}) => {
  await setUpJourneyOffice(host, {
    staff: ['Tamsin Boyle', 'Ruth Adeyemi'],
    partners: [
      { name: 'Northgate Clinic' },
      { name: 'Court Line' },
      { name: 'Harvest Agency' },
      { name: 'Riverbend Shelter', kind: 'shelter' },
    ],
  })
  const partners = await host.call('partner.list', {})
  for (const [name, hours, mode] of [
    ['Court Line', 48, 'committed'],
    ['Harvest Agency', 24, 'measured'],
  ] as const) {
    const id = partners.ok ? partners.value.find((one) => one.name === name)!.id : ''
    expect(await host.call('partner.saveStandard', { id, standard: { from: MONDAY_NINE, hours, mode } })).toMatchObject({ ok: true })
  }
  const week = new Week(host)
  await createReferrals(week)
  await week.advanceToDay('Mon', '10:00')
  await playMondayMorning(week)
  await playTries(week)
  await playMondayEvening(week)
  await playStandardEnds(week)
  await playTuesday(week)
  await playWednesday(week)
  await playThursdayAndFriday(week)
  await playWeekend(week)
  await test.step('no notification ever said a name or a number (P6)', async () => {
    for (const text of await host.notifications())
      expect(text).toMatch(
        /^(A contact is due soon\.|A contact is due now\.|A contact is still waiting\.|A date is near\.|\d+ contacts need somebody now\.|A contact needs somebody now\. Sign in to the day-book\.)$/,
      )
  })
  await expect(host.page).toHaveTitle('Day-book')
})

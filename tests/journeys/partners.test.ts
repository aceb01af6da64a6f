import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { AppPage } from '../pages/app'
import { NewHandoffPage } from '../pages/new-handoff'
import { PASSPHRASE } from '../support/office/set-up-office'
import { MONDAY_NINE, setUpJourneyOffice, PASSPHRASES, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE })

const CLINIC = 'Riverside Court Clinic'
const MORE = {
  helpsUntil: null,
  relay: '',
  languages: '',
  areas: '',
  hours: '',
  eligibility: '',
  doNotRefer: '',
  address: null,
  contacts: [],
}

async function createClinic(host: Host) {
  const partners = await host.call('partner.list', {})
  if (!partners.ok) throw new Error('the book is not open')
  return partners.value.find(({ name }) => name === CLINIC)!
}

/** Changes the eligibility as Ruth, over the bridge, while Ines is away. */
async function changeAsRuth(host: Host, eligibility: string): Promise<void> {
  const staff = await host.call('staff.list', {})
  const findStaffId = (name: string) => (staff.ok ? staff.value.find((one) => one.name === name)!.id : null)
  await host.call('session.lock', {})
  await host.call('session.signIn', { staffId: findStaffId('Ruth Adeyemi'), passphrase: PASSPHRASES['Ruth Adeyemi'] })
  const { id, name, kind, phone, note, helpsToReach, helpsUntil, relay, languages, areas, hours, doNotRefer } = await createClinic(host)
  const page = await host.call('partner.read', { id })
  const contacts = page.ok ? page.value.contacts : []
  const more = { helpsUntil, relay, languages, areas, hours, doNotRefer, address: null, contacts, eligibility }
  expect(await host.call('partner.save', { id, name, kind, phone, note, helpsToReach, more })).toMatchObject({ ok: true })
  await host.call('session.lock', {})
  await host.call('session.signIn', { staffId: findStaffId('Ines Okafor'), passphrase: PASSPHRASE })
}

test('a partner in full: written, verified, changed by another, its address only when asked for (section 6)', async ({ host }) => {
  const { page } = host
  const app = new AppPage(page)
  await setUpJourneyOffice(host, { staff: ['Ruth Adeyemi'], partners: [{ name: CLINIC, kind: 'court_clinic' }] })
  for (const [nth, name] of ['Ana Ferro', 'Bea Lund', 'Cleo Marsh', 'Dina Wolf', 'Elin Storm'].entries())
    await createHandoff(host, name, { from: CLINIC, number: `780 555 02${nth}0` })
  await app.openPage('Partners')
  await page.getByRole('link', { name: CLINIC }).click()
  await expect(page.getByText('They sent 5 in 90 days.')).toBeVisible()
  await page.keyboard.press('e')
  const form = page.getByRole('form', { name: 'Edit', exact: true })
  await form.getByRole('textbox', { name: 'Who they help' }).fill('Women with a hearing within 30 days.')
  await form.getByRole('textbox', { name: 'Hours' }).fill('Weekdays 8:30 to 16:30')
  await form.getByRole('textbox', { name: 'Languages' }).fill('French and English')
  await form.getByRole('textbox', { name: 'Agreement ends on' }).fill('2027-02-30')
  await form.getByRole('textbox', { name: 'Relay' }).fill('Yes, by their duty worker, in person.')
  await form.getByRole('textbox', { name: 'Address' }).fill('12 Alder Lane')
  await form.getByRole('button', { name: 'Add a contact person' }).click()
  await form.getByRole('textbox', { name: 'Their name' }).fill('Sol')
  await form.getByRole('textbox', { name: 'Direct number' }).fill('780 555 0171')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('This date does not exist.')).toBeVisible()
  await checkAppearance(host, 'partner-form')
  await form.getByRole('textbox', { name: 'Agreement ends on' }).fill('2027-03-31')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(page.getByText('Yes, if she agreed. Until Wed 31 Mar 2027.')).toBeVisible()
  await expect(page.getByText('Alder')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('12 Alder Lane')).toBeVisible()
  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(page.getByText('Alder')).toHaveCount(0)
  await page.keyboard.press('v')
  await expect(page.getByText('Verified today by Ines Okafor.')).toBeVisible()

  await app.openPage('Board')
  await host.clock.sleep(60_000)
  await changeAsRuth(host, 'Women with a hearing within 60 days.')
  await app.openPage('Partners')
  await page.getByRole('link', { name: CLINIC }).click()
  await expect(page.getByText('Women with a hearing within 60 days.')).toBeVisible()
  await expect(page.getByText('changed since you last looked')).toHaveCount(1)
  await checkAppearance(host, 'partner-full')
  await app.openPage('Partners')
  await checkAppearance(host, 'partners-list')
  await page.getByRole('link', { name: CLINIC }).click()
  await expect(page.getByText('Women with a hearing within 60 days.')).toBeVisible()
  await expect(page.getByText('changed since you last looked')).toHaveCount(0)
})

test('"did you reach them?" in one screen: by name, called back, said, written down; or it was not them (H6)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: CLINIC, kind: 'court_clinic' }, { name: 'Northgate Line' }] })
  await createHandoff(host, 'Amal Rahimi', { from: CLINIC, mayTellSource: 'reached_or_not' })
  const palette = await new AppPage(page).search('did you reach')
  await expect(palette.getByRole('option', { name: 'Did you reach her?' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Who is asking?' })).toBeFocused()
  await page.keyboard.type('river')
  await page.getByRole('option', { name: CLINIC }).click()
  const sentence = page.getByText('Not reached yet. We keep trying.')
  await expect(page.getByRole('rowheader', { name: /A\. R\./ })).toBeVisible()
  await expect(sentence).toHaveCount(0)
  await page.keyboard.press('r')
  await sentence.click()
  await checkAppearance(host, 'partner-ask')
  await page.keyboard.press('l')
  await expect(page.getByRole('main').getByText('Saved.')).toBeVisible()
  await page.getByRole('link', { name: /^Open the page of/ }).click()
  const lately = page.getByRole('region', { name: 'Their questions' })
  await expect(lately.getByRole('listitem')).toHaveText([/About A\. R\. Ines Okafor called back and said whether she was reached\./])
  await host.clock.sleep(60_000)
  await page.keyboard.press('z')
  await expect(lately.getByRole('listitem').first()).toHaveText(/Ines Okafor called back\. It was not them\. We said nothing\./)
  await expect(sentence).toHaveCount(0)
})

test('as a receiver it shows whom it is for; where nobody is to be referred it takes words why; retired it is not offered', async ({
  host,
}) => {
  const { page } = host
  const app = new AppPage(page)
  const intake = new NewHandoffPage(page)
  const more = { ...MORE, eligibility: 'Families with children.', doNotRefer: 'No women on the staff until May.' }
  await setUpJourneyOffice(host, {
    partners: [
      { name: 'Hillcrest House', kind: 'shelter', more },
      { name: CLINIC, kind: 'court_clinic' },
    ],
  })
  await intake.open()
  await intake.fill({ direction: 'From us', partner: 'Hillcrest House', name: 'Amal Rahimi', permission: 'She was asked and said yes' })
  await expect(intake.form.getByText('Families with children.')).toBeVisible()
  await expect(intake.form.getByText('No women on the staff until May.')).toBeVisible()
  await intake.submit()
  await expect(intake.form.getByText('We do not refer to this partner. Choose another one, or give a reason.')).toBeVisible()
  await checkAppearance(host, 'new-do-not-refer')
  await intake.field('Why you refer her there anyway').fill('Her sister stays there.')
  await intake.submit()
  await expect(page.getByText('Referred although we do not refer to them: Her sister stays there.')).toBeVisible()

  await app.openPage('Partners')
  await page.getByRole('link', { name: 'Hillcrest House' }).click()
  await page.getByRole('button', { name: 'Stop working with them' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('We no longer work with them. You cannot choose them')).toBeVisible()
  await checkAppearance(host, 'partner-retired')
  const palette = await app.search('hillc')
  await expect(palette.getByRole('option', { name: /^Hillcrest House not used/ })).toBeVisible()
  await expect(palette.getByRole('option', { name: /New handoff from/ })).toHaveCount(0)
  await checkAppearance(host, 'palette-retired')
  await page.keyboard.press('Escape')
  await app.openPage('Board')
  await intake.open()
  await intake.form.getByRole('combobox', { name: 'From' }).fill('Hill')
  await expect(page.getByRole('option', { name: 'Add “Hill”' })).toBeVisible()
  await expect(page.getByRole('option', { name: /Hillcrest/ })).toHaveCount(0)
})

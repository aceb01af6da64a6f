import { expect, test } from '../../hosts/fixture'
import { PASSPHRASE, setUpOffice } from '../../support/office/set-up-office'

const readState = async (host: Parameters<typeof setUpOffice>[0]) => {
  const answer = await host.call('office.state', {})
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

test('an office is set up, locked, signed in to, closed and opened again @both-hosts', async ({ host }) => {
  expect(await readState(host)).toMatchObject({ stage: 'new', shelter: null, me: null, fault: null })
  await setUpOffice(host)
  expect(await readState(host)).toMatchObject({
    stage: 'open',
    shelter: 'Harbour House',
    zone: 'America/Edmonton',
    me: { name: 'Ines Okafor' },
  })

  expect(await host.call('session.lock', {})).toEqual({ ok: true, value: { done: true } })
  const locked = await readState(host)
  expect(locked).toMatchObject({ stage: 'locked', me: null, staff: [{ name: 'Ines Okafor' }] })
  expect(await host.call('board.read' as never, {} as never)).toMatchObject({
    ok: false,
    failure: { kind: 'closed_to_you', stage: 'locked' },
  })
  const staffId = locked.staff[0]!.id
  expect(await host.call('session.signIn', { passphrase: PASSPHRASE, staffId })).toEqual({ ok: true, value: { done: true } })

  await host.restart()
  expect(await readState(host)).toMatchObject({ stage: 'sealed', shelter: null, staff: [], waiting: null })
  expect(await host.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })).toEqual({ ok: true, value: { done: true } })
  expect(await readState(host)).toMatchObject({ stage: 'open', me: { name: 'Ines Okafor' } })
})

test('wrong passphrases wait longer and longer, also after a restart (K3) @both-hosts', async ({ host }) => {
  await setUpOffice(host)
  await host.restart()
  const wrong = () => host.call('session.signIn', { passphrase: 'seven quiet herons over mud', staffId: null })
  const start = host.clock.now()
  expect(await wrong()).toEqual({ ok: false, failure: { kind: 'refused', reason: 'wrong_passphrase', field: 'passphrase' } })
  expect(await wrong()).toMatchObject({ failure: { reason: 'wrong_passphrase' } })
  expect(await wrong()).toMatchObject({ failure: { reason: 'wrong_passphrase', until: start + 2_000 } })
  await host.restart()
  expect(await readState(host)).toMatchObject({ stage: 'sealed', tryAgainAt: start + 2_000 })
  const right = () => host.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  expect(await right()).toEqual({ ok: false, failure: { kind: 'refused', reason: 'wait_before_next_try', until: start + 2_000 } })
  await host.clock.advance(2_000)
  expect(await right()).toMatchObject({ ok: true })
  expect((await readState(host)).tryAgainAt).toBeNull()
})

test('the clock is effective time, and a clock set back is said (T3) @both-hosts', async ({ host }) => {
  await setUpOffice(host)
  const began = host.clock.now()
  await host.clock.advance(3_600_000)
  expect(await readState(host)).toMatchObject({ now: began + 3_600_000, clock: { drifted: false, zoneDiffers: false } })
  await host.clock.jump(-1_800_000)
  expect(await readState(host)).toMatchObject({ now: began + 3_600_000, clock: { drifted: true } })
  await host.restart()
  expect((await readState(host)).stage).toBe('sealed')
  await host.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  expect(await readState(host)).toMatchObject({ now: began + 3_600_000, clock: { drifted: true } })
})

test('the bridge refuses what is not in the contract @both-hosts', async ({ host }) => {
  await setUpOffice(host)
  expect(await host.callRaw('no.such', {})).toEqual({
    ok: false,
    failure: { kind: 'invalid', fields: [{ path: '', code: 'unknown_call' }] },
  })
  expect(await host.callRaw(7, {})).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
  expect(await host.callRaw('office.state', { extra: 1 })).toMatchObject({
    failure: { kind: 'invalid', fields: [{ code: 'unrecognized_keys' }] },
  })
})

test('the title never says more than the app is called @both-hosts', async ({ host }) => {
  await setUpOffice(host)
  await expect(host.page).toHaveTitle('Day-book')
  await host.screenshot('after-set-up')
})

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { PASSPHRASE, setUpOffice } from '../support/founding'

// What only a real Electron can show of E1 to E3 and E5.
test.skip(({ kind }) => kind !== 'electron', 'on real Electron only')

/** The policy has refused something, and said so on the console: here that is what was wanted. */
async function expectRefusals(host: Host): Promise<void> {
  await expect.poll(() => host.problems.length).toBeGreaterThan(0)
  await host.page.waitForTimeout(300)
  host.problems.length = 0
}

test('a second start ends at once, and the first window stays the only one (E5)', async ({ host }) => {
  await setUpOffice(host)
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.']
  const began = performance.now()
  const second = spawnSync(process.env['ELECTRON_EXEC'] ?? '', args, {
    env: { ...process.env, DAYBOOK_DATA: host.dataFolder },
    timeout: 20_000,
    encoding: 'utf8',
  })
  expect(second.status).toBe(0)
  expect(performance.now() - began).toBeLessThan(20_000)
  const state = await host.call('office.state', {})
  expect(state).toMatchObject({ ok: true, value: { stage: 'open' } })
  expect(host.page.context().pages()).toHaveLength(1)
})

test('the page has no Node, goes nowhere, opens nothing and asks for nothing (E1, E2)', async ({ host }) => {
  const seen = await host.page.evaluate(async () => {
    const tried = async (act: () => unknown) => {
      try {
        return String(await act())
      } catch (error) {
        return (error as Error).name
      }
    }
    return {
      node: [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process],
      bridge: Object.keys(window.bridge).toSorted(),
      opened: await tried(() => window.open('https://example.org/')),
      fetched: await tried(() => fetch('https://example.org/')),
      own: await tried(() => fetch('app://bundle/index.html')),
      notification: await tried(() => Notification.requestPermission()),
      clipboard: await tried(() => navigator.clipboard.readText()),
      html: await tried(() => {
        document.createElement('div').innerHTML = '<b>x</b>'
        return 'written'
      }),
    }
  })
  expect(seen).toMatchObject({
    node: ['undefined', 'undefined'],
    bridge: ['call', 'onChanged'],
    opened: 'null',
    fetched: 'TypeError',
    own: 'TypeError',
    notification: 'denied',
    html: 'TypeError',
  })
  expect(seen.clipboard).toBe('NotAllowedError')
  await host.page.evaluate(() => void (location.href = 'https://example.org/'))
  await host.page.evaluate(() => void (location.href = 'app://bundle/../../package.json'))
  await host.page.waitForTimeout(500)
  expect(host.page.url()).toMatch(/^app:\/\/bundle\/index\.html/)
  await expectRefusals(host)
})

test('a peer connection finds no way out, not even on this PC (E3)', async ({ host }) => {
  const candidates = await host.page.evaluate(async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] })
    const found: string[] = []
    peer.onicecandidate = ({ candidate }) => void (candidate?.candidate && found.push(candidate.candidate))
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    peer.close()
    return found
  })
  expect(candidates).toEqual([])
})

test('only what was built is served, each answer with the policy (E1)', async ({ host }) => {
  const electron = await host.page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))
  expect(electron.every((name) => name.startsWith('app://bundle/assets/'))).toBe(true)
  const policy = await host.page.evaluate(() => {
    const probe = document.createElement('script')
    try {
      probe.textContent = 'window.__inline = 1'
      document.head.append(probe)
    } catch {}
    return (window as unknown as { __inline?: number }).__inline ?? 'refused'
  })
  expect(policy).toBe('refused')
  await expectRefusals(host)
})

test('nothing that was typed is left readable in the data folder', async ({ host }) => {
  await setUpOffice(host, { shelter: 'Sentinel Amanita House', director: 'Sentinel Okonkwo' })
  await host.call('draft.save', { key: 'sentinel', body: JSON.stringify('Sentinel words in a draft') })
  await host.call('session.lock', {})
  await host.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  await host.quit()
  const found = spawnSync('grep', ['-rlaiE', 'sentinel|s.e.n.t.i.n.e.l|herons', host.dataFolder], { encoding: 'utf8' })
  expect(found.stdout).toBe('')
  expect(spawnSync('ls', [join(host.dataFolder, 'book.db')]).status).toBe(0)
  await host.restart()
})

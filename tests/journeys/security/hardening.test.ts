import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../../hosts/fixture'
import type { Host } from '../../hosts/host'
import { requestPermission } from '../../support/page/request-permission'
import { setUpOffice } from '../../support/office/set-up-office'

// What only a real Electron can show of E1 to E3 and E5: a test for each protection in electron/shell/hardening.
test.skip(({ kind }) => kind !== 'electron', 'on real Electron only')

const PARTITION = 'day-book'

function getElectronApp(host: Host): ElectronApplication {
  if (host.app === null) throw new Error('this host is not Electron')
  return host.app
}

test('sandbox: the page has no Node and a world apart from its preload (E1)', async ({ host }) => {
  const set = await getElectronApp(host).evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) => (contents as never as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()),
  )
  expect(set).toHaveLength(1)
  expect(set[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  const seen = await host.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'] as const
    const bridge = Object.getOwnPropertyDescriptor(window, 'bridge')
    return { reached: names.filter((name) => name in globalThis), mayChange: bridge?.writable === true || bridge?.configurable === true }
  })
  expect(seen).toEqual({ reached: [], mayChange: false })
})

test('protocol: what was built is served with the policy, and nothing else, whatever the address (E1)', async ({ host }) => {
  const loaded = await host.page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))
  expect(loaded.every((name) => name.startsWith('app://bundle/assets/'))).toBe(true)
  const ask = (address: string, method = 'GET') =>
    getElectronApp(host).evaluate(
      async ({ session }, [partition, url, how]) => {
        const answer = await session.fromPartition(partition).fetch(url, { method: how })
        return [answer.status, answer.headers.get('content-security-policy')?.split(';')[0], (await answer.text()).length > 0]
      },
      [PARTITION, address, method] as const,
    )
  expect(await ask('app://bundle/index.html')).toEqual([200, "default-src 'none'", true])
  for (const address of [
    'app://other/index.html',
    'app://bundle/',
    'app://bundle/../main/index.js',
    'app://bundle/%2e%2e/main/index.js',
    'app://bundle/..%2fmain%2findex.js',
  ])
    expect(await ask(address), address).toEqual([404, "default-src 'none'", false])
  for (const address of [
    'app://bundle/..%5cmain%5cindex.js',
    'app://bundle/assets/../../preload/preload.cjs',
    'app://bundle//etc/passwd',
    'app://bundle/index.html%00.js',
  ])
    expect(await ask(address), address).toEqual([404, "default-src 'none'", false])
  expect(await ask('app://bundle/index.html', 'POST')).toEqual([404, "default-src 'none'", false])
})

test('navigation and windows: the page goes nowhere and opens nothing (E2)', async ({ host }) => {
  for (const address of ['https://example.org/', 'app://other/index.html', 'file:///etc/passwd', 'app://bundle/index.html?other'])
    await host.page.evaluate((url) => void (location.href = url), address)
  const opened = await host.page.evaluate(() =>
    ['https://example.org/', 'about:blank', 'app://bundle/index.html'].map((url) => window.open(url)),
  )
  expect(opened).toEqual([null, null, null])
  // A webview would be a page of its own, and a menu would lead to the developer tools.
  await host.page.evaluate(() => document.body.append(Object.assign(document.createElement('webview'), { src: 'https://example.org/' })))
  const counted = await getElectronApp(host).evaluate(({ BrowserWindow, Menu, webContents }) => [
    BrowserWindow.getAllWindows().length,
    webContents.getAllWebContents().length,
    Menu.getApplicationMenu(),
  ])
  expect(counted).toEqual([1, 1, null])
  expect(host.page.url()).toMatch(/^app:\/\/bundle\/index\.html(#|$)/)
  host.problems.length = 0
})

// Electron does not ask before these two.
for (const address of ['about:blank', 'about:srcdoc'])
  test(`navigation: a page that has gone to ${address} is brought home (E2)`, async ({ host }) => {
    const seen = await getElectronApp(host).evaluateHandle(({ webContents }) => {
      const urls: string[] = []
      webContents.getAllWebContents()[0]?.on('did-start-navigation', ({ url }) => void urls.push(url))
      return urls
    })
    await host.page.evaluate((url) => void (location.href = url), address).catch(() => undefined)
    await expect.poll(() => seen.evaluate((urls) => urls)).toEqual([address, 'app://bundle/index.html'])
    await expect(host.page).toHaveURL(/^app:\/\/bundle\/index\.html/)
    await expect(host.page.getByRole('heading').first()).toBeVisible()
    host.problems.length = 0
  })

for (const what of ['location', 'camera', 'microphone', 'notification', 'clipboard', 'midi', 'fonts', 'idle'])
  test(`permissions: the page asks for ${what} and does not get it (E2)`, async ({ host }) => {
    expect(await requestPermission(host.page, what)).toBe('refused')
    host.problems.length = 0
  })

for (const what of ['usb', 'hid', 'serial', 'bluetooth'])
  test(`devices: the page asks for ${what} and does not get it (E2)`, async ({ host }) => {
    expect(await requestPermission(host.page, what)).toBe('refused')
    host.problems.length = 0
  })

test('devices: what is plugged in is not offered (E2)', async ({ host }) => {
  const chosen = await getElectronApp(host).evaluate(({ session, webContents }, partition) => {
    const event = (name: string) => ({ preventDefault: () => void said.push(`${name} prevented`) })
    const choose = (name: string) => (choice?: string | null) => void said.push(`${name}: ${choice || 'none'}`)
    const said: string[] = []
    const ours = session.fromPartition(partition)
    const [page] = webContents.getAllWebContents()
    const device = { deviceId: 'x', portId: 'x' }
    ours.emit('select-usb-device', event('usb'), { deviceList: [device] }, choose('usb'))
    ours.emit('select-hid-device', event('hid'), { deviceList: [device] }, choose('hid'))
    ours.emit('select-serial-port', event('serial'), [device], page, choose('serial'))
    page?.emit('select-bluetooth-device', event('bluetooth'), [device], choose('bluetooth'))
    return said
  }, PARTITION)
  expect(chosen).toEqual(['usb', 'hid', 'serial', 'bluetooth'].flatMap((name) => [`${name} prevented`, `${name}: none`]))
})

test('display media: the page asks for the screen and does not get it (E2)', async ({ host }) => {
  expect(await requestPermission(host.page, 'screen')).toBe('refused')
  expect(await host.call('office.state', {})).toMatchObject({ ok: true })
})

test('downloads: the page puts no file on the disk (E2)', async ({ host }) => {
  const begun = await getElectronApp(host).evaluateHandle(({ session }, partition) => {
    const seen: string[] = []
    session.fromPartition(partition).on('will-download', (event) => void seen.push(String(event.defaultPrevented)))
    return seen
  }, PARTITION)
  await host.page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' })
    document.body.append(link)
    link.click()
  })
  await expect.poll(() => begun.evaluate((seen) => seen)).toEqual(['true'])
})

test('partition: the session lives in memory, and leaves nothing of itself in the profile (E2)', async ({ host }) => {
  await setUpOffice(host)
  const kept = await getElectronApp(host).evaluate(({ session }, partition) => {
    const ours = session.fromPartition(partition)
    return [ours.isPersistent(), ours.getStoragePath()]
  }, PARTITION)
  expect(kept).toEqual([false, null])
  const profile = join(host.dataFolder, 'profile')
  await host.quit()
  expect(readdirSync(profile).filter((name) => name === 'Partitions')).toEqual([])
  await host.restart()
})

test('crash reports: nobody writes or sends one (E2)', async ({ host }) => {
  const handlers = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .map((name) => readFileSync(`/proc/${name}/cmdline`, 'latin1'))
    .filter((line) => line.includes('crashpad') && line.includes(host.dataFolder))
  expect(handlers).toEqual([])
})

test('webrtc: a peer connection finds no way out, not even on this PC (E3)', async ({ host }) => {
  const found = await host.page.evaluate(async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] })
    const candidates: string[] = []
    peer.onicecandidate = ({ candidate }) => void (candidate?.candidate && candidates.push(candidate.candidate))
    const gathered = new Promise<void>((done) => {
      peer.onicegatheringstatechange = () => void (peer.iceGatheringState === 'complete' && done())
    })
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
    await gathered
    peer.close()
    return candidates
  })
  expect(found).toEqual([])
})

test('spelling, proxy, resolver and requests: nothing leaves, from our session or from the one we do not use (E3)', async ({ host }) => {
  const found = await getElectronApp(host).evaluate(async ({ app, session }, partition) => {
    const outcome = async (act: () => Promise<unknown>) => {
      try {
        return String(await act())
      } catch (error) {
        return /ERR_[A-Z_]+/.exec(String(error))?.[0] ?? String(error)
      }
    }
    const seen = []
    for (const one of [session.fromPartition(partition), session.defaultSession])
      seen.push({
        spelling: one.isSpellCheckerEnabled(),
        outside: await one.resolveProxy('https://example.org/'),
        self: await one.resolveProxy('http://127.0.0.1:8000/'),
        name: await outcome(() => one.resolveHost('localhost')),
        request: await outcome(() => one.fetch('http://192.0.2.1/')),
      })
    return { seen, resolver: app.commandLine.getSwitchValue('host-resolver-rules') }
  }, PARTITION)
  const shut = { spelling: false, outside: 'PROXY 127.0.0.1:9', self: 'PROXY 127.0.0.1:9', name: 'ERR_NAME_NOT_RESOLVED' }
  const refused = { request: 'ERR_BLOCKED_BY_CLIENT' }
  expect(found).toEqual({
    seen: [
      { ...shut, ...refused },
      { ...shut, ...refused },
    ],
    resolver: 'MAP * ~NOTFOUND',
  })
})

test('a second start ends at once and brings the first window, the only one, to the front (E5)', async ({ host }) => {
  const isShown = () => getElectronApp(host).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isShown).toBe(true)
  await getElectronApp(host).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const second = spawnSync(process.env['ELECTRON_EXEC'] ?? '', [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.'], {
    env: { ...process.env, DAYBOOK_DATA: host.dataFolder },
    timeout: 120_000,
    encoding: 'utf8',
  })
  expect(second.status).toBe(0)
  await expect.poll(isShown).toBe(true)
  expect(await getElectronApp(host).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await host.call('office.state', {})).toMatchObject({ ok: true })
})

test('screen: content protection is on from the start; a director lifts it for a quarter of an hour (E5)', async ({ host }) => {
  expect(await host.isProtected()).toBe(true)
  await setUpOffice(host)
  const lifted = await host.call('screen.allowCapture', { on: true })
  expect(lifted).toEqual({ ok: true, value: { until: host.clock.now() + 900_000 } })
  expect(await host.isProtected()).toBe(false)
  await host.clock.advance(899_000)
  expect(await host.isProtected()).toBe(false)
  await host.clock.advance(16_000)
  expect(await host.isProtected()).toBe(true)
})

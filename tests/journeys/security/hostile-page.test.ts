import { chromium, type Page } from '@playwright/test'
import { uuidv7 } from 'uuidv7'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../hosts/find-chromium'
import { expect, test } from '../../hosts/fixture'
import type { Host } from '../../hosts/host'
import { ORIGIN } from '../../hosts/serve-renderer'
import { setUpOffice } from '../../support/office/set-up-office'
import { attackPage } from '../../support/page/hostile-page'
import { listenOutside } from '../../support/page/outside-server'

// A script that is not ours runs in our page (E1 to E3, I1): whatever it does, nothing but the contract answers.

// What leaves no trace here even from an open page: QUIC, connections made ahead, and what Chromium does when it likes.
const QUIET = new Set(['transport', 'preconnect', 'prerender', 'manifest', 'speculation', 'policy'])

const invalid = { ok: false, failure: { kind: 'invalid' } }

const seen = (page: Page) => page.evaluate(() => (window as unknown as { __ran: readonly string[] }).__ran)

/** An answer of the closed list that says no, or no answer at all because the bridge does not carry such a thing. */
function expectRefused(answer: unknown): void {
  if (answer === 'nothing') return
  const { ok, failure } = answer as { readonly ok: boolean; readonly failure: { readonly kind: string } }
  expect([ok, ['invalid', 'refused', 'closed_to_you'].includes(failure.kind)], JSON.stringify(answer)).toEqual([false, true])
}

/** The policy complains of each attempt, and that is all: none has become a request to somebody else. */
async function expectNoRequest(host: Host): Promise<void> {
  // Whatever of it is still under way ends with its page.
  await host.page.reload()
  // A plain Chromium opens the window first and asks then; the host refuses the request and closes the window.
  const own = (problem: string) => problem.includes(ORIGIN) || (host.kind === 'browser' && problem.endsWith('/open'))
  expect(host.problems.filter((problem) => problem.startsWith('asked for') && !own(problem))).toEqual([])
  host.problems.length = 0
}

test('what a script tries to run or to reach comes to nothing, and nobody outside hears of it (E1, E2, E3) @both-hosts', async ({
  host,
}) => {
  await setUpOffice(host)
  const outside = await listenOutside()
  try {
    const { ran, tried } = await attackPage(host.page, outside.port)
    expect(tried.length).toBeGreaterThan(40)
    // Whatever is still under way gets its turn: the page's idle time, and an answer from the office.
    await host.page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
    await host.page.waitForLoadState('networkidle')
    expect(await host.call('office.state', {})).toMatchObject({ ok: true, value: { stage: 'open' } })
    expect(await seen(host.page)).toEqual([])
    expect(ran).toEqual([])
    expect([...outside.heard]).toEqual([])
    expect(host.page.context().pages()).toHaveLength(1)
    expect(host.page.url()).toMatch(/^(app:\/\/bundle|https:\/\/bundle\.invalid)\/index\.html(#|$)/)
    await expectNoRequest(host)
  } finally {
    await outside.close()
  }
})

test('the same script in a page without our protections runs and is heard: the attack is a real one @both-hosts', async ({ kind }) => {
  test.skip(kind !== 'browser', 'a plain Chromium is enough')
  const outside = await listenOutside()
  const args = CHROMIUM_ARGUMENTS.filter((argument) => !/resolver|proxy/.test(argument))
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${outside.port}/page`)
    const { ran, tried } = await attackPage(page, outside.port)
    const unheard = () => tried.filter((name) => !outside.heard.has(name) && !ran.includes(name) && !QUIET.has(name))
    await expect.poll(async () => (await seen(page), unheard())).toEqual([])
    expect(outside.heard).toContain('connection')
  } finally {
    await browser.close()
    await outside.close()
  }
})

test('every function within reach of the bridge answers by the contract or not at all (I1) @both-hosts', async ({ host }) => {
  await setUpOffice(host)
  const found = await host.page.evaluate(async () => {
    // All that hangs on the bridge and is not the language's own.
    const languages = new Set<unknown>([Object.prototype, Function.prototype, Array.prototype, Promise.prototype, Object, Function])
    const seen = new Map<unknown, string>()
    const walk = (what: unknown, name: string): void => {
      if ((typeof what !== 'function' && typeof what !== 'object') || what === null || languages.has(what) || seen.has(what)) return
      seen.set(what, name)
      for (const key of Reflect.ownKeys(what)) walk(Reflect.getOwnPropertyDescriptor(what, key)?.value, `${name}.${String(key)}`)
      walk(Object.getPrototypeOf(what), `${name}.prototype`)
    }
    walk(window.bridge, 'bridge')
    const answers: unknown[] = []
    const handlers = [
      [],
      [null],
      ['__proto__', {}],
      ['constructor', {}],
      [7, 7],
      [{}, {}],
      ['setup.finish'],
      ['handoff.read', { id: '../../etc/passwd' }],
    ]
    for (const [what] of seen) {
      if (typeof what !== 'function' || what === window.bridge.onChanged) continue
      for (const args of handlers)
        answers.push(await Promise.resolve((what as (...all: unknown[]) => unknown)(...args)).catch(() => 'nothing'))
    }
    // Its own constructor is the way to text as a script.
    let made = 'nothing'
    try {
      made = String((window.bridge.call.constructor as FunctionConstructor)('return typeof process')())
    } catch {}
    return { names: [...seen.values()].filter((name) => name.split('.').length === 2), answers, made }
  })
  expect(found.names.toSorted()).toEqual(['bridge.call', 'bridge.onChanged'])
  expect(found.answers).toHaveLength(8)
  for (const answer of found.answers) expectRefused(answer)
  // Within a call of the inspector V8 lets it be made; then it finds no Node.
  expect(['nothing', 'undefined']).toContain(found.made)
  await expectNoRequest(host)
})

test('whatever a page sends, it gets an answer of the closed list, and nothing changes (I1) @both-hosts', async ({ host }) => {
  await setUpOffice(host)
  for (const channel of ['__proto__', 'constructor', 'toString', '', 'office.state ', 'x'.repeat(100_000), 7, null, {}])
    expect(await host.callRaw(channel, {})).toMatchObject(invalid)
  for (const raw of [Number.NaN, '__proto__', { id: '../../etc/passwd' }, { id: uuidv7(), extra: 1 }, { id: "' OR 1=1 --" }, [[[]]]])
    expect(await host.callRaw('handoff.read', raw)).toMatchObject(invalid)
  const sent = await host.page.evaluate(async (id) => {
    const ring: Record<string, unknown> = { id }
    ring['ring'] = ring
    const hidden = Object.defineProperty({ id }, 'role', { value: 'director', enumerable: true })
    const all: readonly unknown[] = [
      ring,
      JSON.parse(`{"__proto__":{"id":"${id}"}}`),
      JSON.parse(`{"id":"${id}","__proto__":{"roles":["director"]}}`),
      JSON.parse(`{"id":"${id}","constructor":{"prototype":{"roles":["director"]}}}`),
      Object.create({ id }) as unknown,
      hidden,
      { id, now: 0 },
      { id, staffId: id },
      { id: new Date(0) },
      { id: 1n },
      new Map([['id', id]]),
      new Uint8Array(8),
      { id: { toString: () => id } },
      () => id,
      Symbol('id'),
    ]
    return Promise.all(all.map((raw) => window.bridge.call('handoff.read', raw).catch(() => 'nothing')))
  }, uuidv7())
  for (const answer of sent) expectRefused(answer)
  expect(sent.filter((answer) => answer !== 'nothing').length).toBeGreaterThan(5)
  expect(await host.callRaw('handoff.read', { id: uuidv7() })).toEqual({
    ok: false,
    failure: { kind: 'refused', reason: 'no_such_handoff' },
  })
  expect(await host.call('office.state', {})).toMatchObject({ ok: true, value: { stage: 'open' } })
})

test('a page that has poisoned its own prototypes has poisoned nothing but itself (I1) @both-hosts', async ({ host }) => {
  await setUpOffice(host)
  const before = await host.call('office.state', {})
  // The browser host's wire is a script in this very page, which leans on the page's own JSON and arrays.
  const deeply = host.kind === 'electron'
  const answers = await host.page.evaluate(
    async ([id, deep]) => {
      const heard: unknown[] = []
      const bridge = window.bridge
      const kept = {
        then: Reflect.get(Promise.prototype, 'then') as () => unknown,
        stringify: JSON.stringify,
        parse: JSON.parse,
        map: Array.prototype.map,
        includes: Array.prototype.includes,
      }
      Object.assign(Object.prototype, { roles: ['director'], role: 'director', me: id })
      Promise.prototype.then = function (this: Promise<unknown>, ...handlers: unknown[]) {
        return Reflect.apply(kept.then, this, handlers) as never
      }
      if (deep) {
        Object.assign(Object.prototype, { stage: 'open', id, toJSON: () => ({ id }) })
        Object.assign(Array.prototype, { 0: 'handoff.read', map: () => [id], includes: () => true })
        Object.assign(JSON, { stringify: () => '{"ok":true}', parse: () => ({ ok: true }) })
      }
      try {
        // Read by its own prototype, the first would be a whole question, and the second an answer.
        for (const [channel, raw] of [
          ['handoff.read', {}],
          ['staff.list', { roles: [] }],
          ['no.such.call', {}],
        ] as const) {
          heard[heard.length] = await bridge.call(channel, raw).catch(() => 'nothing')
        }
      } finally {
        for (const name of ['roles', 'role', 'me', 'stage', 'id', 'toJSON']) Reflect.deleteProperty(Object.prototype, name)
        Reflect.deleteProperty(Array.prototype, '0')
        Object.assign(JSON, { stringify: kept.stringify, parse: kept.parse })
        Object.assign(Array.prototype, { map: kept.map, includes: kept.includes })
        Promise.prototype.then = kept.then as never
      }
      return heard
    },
    [uuidv7(), deeply] as const,
  )
  expect(answers).toHaveLength(3)
  for (const answer of answers) expectRefused(answer)
  await expectNoRequest(host)
  expect(await host.call('office.state', {})).toEqual(before)
})

import type { Page } from '@playwright/test'

export interface AttackResult {
  /** Attempts to run text as a script, or a foreign script, that succeeded. */
  readonly ran: readonly string[]
  /** Every attempt that was made, by name. */
  readonly tried: readonly string[]
}

/**
 * Runs a hostile script in the page that tries to run foreign code and to reach `http://host:port`, a path for each attempt. It runs from
 * a timer of the page: in a call of the inspector V8 allows what the policy forbids.
 */
export const attackPage = (page: Page, port: number, host = '127.0.0.1'): Promise<AttackResult> =>
  page.evaluate(async (to) => {
    const at = (name: string) => `http://${to}/${name}`
    const ran: string[] = []
    Object.assign(window, { __ran: ran })
    const says = (name: string) => `window.__ran.push('${name}')`
    const put = (tag: string, set: object, inside: Element = document.body) =>
      inside.append(Object.assign(document.createElement(tag), set))
    const link = (rel: string, set: object = {}) => put('link', { rel, href: at(rel), ...set }, document.head)
    const blob = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
    const wide = window as unknown as Record<string, new (...given: unknown[]) => { load?(): unknown }>
    const own = (name: string) => Reflect.get(window, name) as () => unknown
    const attempts: Readonly<Record<string, () => unknown>> = {
      // Text as a script
      eval: () => Reflect.apply(own('eval'), window, [says('eval')]),
      function: () => (Reflect.construct(own('Function'), [says('function')]) as () => void)(),
      timer: () => Reflect.apply(own('setTimeout'), window, [says('timer'), 0]),
      inline: () => put('script', { textContent: says('inline') }),
      handler: () => {
        const button = document.createElement('button')
        button.setAttribute('onclick', says('handler'))
        document.body.append(button)
        button.click()
      },
      html: () => document.body.insertAdjacentHTML('beforeend', `<img src="data:," onerror="${says('html')}">`),
      write: () => document.body.append(document.createRange().createContextualFragment(`<script>${says('write')}</script>`)),
      javascript: () => {
        const anchor = Object.assign(document.createElement('a'), { href: `javascript:${says('javascript')}` })
        document.body.append(anchor)
        anchor.click()
      },
      srcdoc: () => put('iframe', { srcdoc: `<script>parent.${says('srcdoc').slice(7)}</script>` }),
      module: () => import(/* @vite-ignore */ blob(says('module'))),
      data: () => import(/* @vite-ignore */ `data:text/javascript,${says('data')}`),
      wasm: async () => (await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))) && ran.push('wasm'),
      policy: () => {
        const made = (window as unknown as { trustedTypes: { createPolicy(n: string, o: object): object } }).trustedTypes
        if (made.createPolicy('default', { createScript: (text: string) => text })) ran.push('policy')
      },
      // Scripts from elsewhere, and workers
      script: () => put('script', { src: at('script') }),
      import: () => import(/* @vite-ignore */ at('import')),
      worker: () => new Worker(blob(`fetch('${at('worker')}')`)),
      shared: () => new SharedWorker(blob(`fetch('${at('shared')}')`)),
      service: () => navigator.serviceWorker.register('/assets/index.js').then(() => ran.push('service')),
      // Requests
      fetch: () => fetch(at('fetch')),
      xhr: () => {
        const request = new XMLHttpRequest()
        request.open('POST', at('xhr'))
        request.send('x')
      },
      beacon: () => navigator.sendBeacon(at('beacon'), 'x'),
      socket: () => new WebSocket(at('socket').replace('http', 'ws')),
      events: () => new EventSource(at('events')),
      transport: () => new wide['WebTransport']!(at('transport').replace('http:', 'https:')),
      peer: async () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${to}` }] })
        peer.onicecandidate = ({ candidate }) => void (candidate?.candidate && ran.push('peer'))
        const gathered = new Promise<void>((done) => {
          peer.onicegatheringstatechange = () => void (peer.iceGatheringState === 'complete' && done())
        })
        peer.createDataChannel('x')
        await peer.setLocalDescription(await peer.createOffer())
        await gathered
        peer.close()
      },
      image: () => (new Image().src = at('image')),
      background: () => put('div', { style: `width:9px;height:9px;background:url(${at('background')})` }),
      svg: () => {
        const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
        const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
        image.setAttribute('href', at('svg'))
        drawn.append(image)
        document.body.append(drawn)
      },
      style: () => put('style', { textContent: `@import '${at('style')}'` }, document.head),
      stylesheet: () => link('stylesheet'),
      font: () => new FontFace('x', `url(${at('font')})`).load(),
      video: () => put('video', { src: at('video'), preload: 'auto' }),
      object: () => put('object', { data: at('object') }),
      embed: () => put('embed', { src: at('embed') }),
      prefetch: () => link('prefetch'),
      preload: () => link('preload', { as: 'script' }),
      modulepreload: () => link('modulepreload'),
      preconnect: () => link('preconnect'),
      prerender: () => link('prerender'),
      icon: () => link('icon'),
      manifest: () => link('manifest'),
      speculation: () =>
        put('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [at('speculation')] }] }) }),
      ping: () => {
        const anchor = Object.assign(document.createElement('a'), { href: '#ping', ping: at('ping') })
        document.body.append(anchor)
        anchor.click()
      },
      frame: () => put('iframe', { src: at('frame') }),
      form: () => {
        put('iframe', { name: 'sink' })
        const form = Object.assign(document.createElement('form'), { action: at('form'), method: 'post', target: 'sink' })
        document.body.append(form)
        form.submit()
      },
      open: () => window.open(at('open')),
      payment: () =>
        new wide['PaymentRequest']!([{ supportedMethods: at('payment') }], {
          total: { label: 'x', amount: { currency: 'CAD', value: '1' } },
        }),
      base: () => {
        put('base', { href: at('base/') }, document.head)
        new Image().src = 'y'
      },
    }
    const attempt = async (act: () => unknown) => {
      try {
        await act()
      } catch {
        // Refused at once; what counts is what ran and what was received.
      }
    }
    await new Promise<void>((done) => {
      setTimeout(() => void Promise.all(Object.values(attempts).map(attempt)).then(() => done()), 0)
    })
    return { ran, tried: Object.keys(attempts) }
  }, `${host}:${port}`)

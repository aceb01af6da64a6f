import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { contract } from '#shared/contract/index'
import type { Topic } from '#shared/contract/call'
import type { Office } from '../../electron/office'
import { connectBridge } from '../../electron/shell/ipc-bridge'

type Handler = (event: unknown, channel: unknown, raw: unknown) => unknown

const handlers = vi.hoisted(() => new Map<string, Handler>())
vi.mock('electron', () => ({ ipcMain: { handle: (name: string, handler: Handler) => void handlers.set(name, handler) } }))

/** A page as Electron shows it: gone, it has no main frame any more, and neither has what it sent. */
class Contents {
  readonly sent: unknown[] = []
  gone = false
  frame: object | null = {}
  get mainFrame(): object | null {
    return this.frame
  }
  isDestroyed(): boolean {
    return this.gone
  }
  send(...message: unknown[]): void {
    if (this.gone) throw new TypeError('Object has been destroyed')
    this.sent.push(message)
  }
}

const unknownSender = { ok: false, failure: { kind: 'invalid', fields: [{ path: '', code: 'unknown_sender' }] } }

function createBridgeRig() {
  const calls: unknown[] = []
  let tell: (topics: readonly Topic[]) => void = () => undefined
  const office = {
    call: (channel: string, raw: unknown) => {
      calls.push([channel, raw])
      return Promise.resolve({ ok: true, value: 'answered' })
    },
    refuseUnknownSender: () => void calls.push('a stranger'),
    onChanged: (listener: typeof tell) => {
      tell = listener
      return () => undefined
    },
  } as unknown as Office
  const ours = new Contents()
  connectBridge(office, { webContents: ours } as unknown as BrowserWindow)
  const send = (event: object, channel: unknown = 'office.state', raw: unknown = {}) => handlers.get('call')?.(event, channel, raw)
  return { calls, ours, send, tell: (topics: readonly Topic[]) => tell(topics) }
}

describe('whoever calls is known by identity, never by an address (I1, I2)', () => {
  beforeEach(() => handlers.clear())

  test('there is one channel', () => {
    createBridgeRig()
    expect([...handlers.keys()]).toEqual(['call'])
  })

  test('the main frame of our window is answered', async () => {
    const { calls, ours, send } = createBridgeRig()
    expect(await send({ sender: ours, senderFrame: ours.mainFrame }, 'board.read', { a: 1 })).toEqual({ ok: true, value: 'answered' })
    expect(calls).toEqual([['board.read', { a: 1 }]])
  })

  const UNKNOWN_SENDERS: readonly (readonly [string, (ours: Contents) => object])[] = [
    ['a frame within our page', (ours) => ({ sender: ours, senderFrame: { url: 'app://bundle/index.html', parent: ours.mainFrame } })],
    ['a frame that is gone already', (ours) => ({ sender: ours, senderFrame: null })],
    ['a frame that is not said', (ours) => ({ sender: ours })],
    ['another page', () => ((other) => ({ sender: other, senderFrame: other.mainFrame }))(new Contents())],
    ['another page that shows our frame', (ours) => ({ sender: new Contents(), senderFrame: ours.mainFrame })],
    [
      'a look-alike of our page',
      (ours) => ({ sender: { mainFrame: ours.mainFrame, isDestroyed: () => false }, senderFrame: ours.mainFrame }),
    ],
    ['nobody', () => ({})],
    [
      'our page after it died, its frames gone with it',
      (ours) => {
        ours.frame = null
        return { sender: ours, senderFrame: null }
      },
    ],
    [
      'our page after it was destroyed',
      (ours) => {
        const senderFrame = ours.mainFrame
        ours.gone = true
        return { sender: ours, senderFrame }
      },
    ],
  ]
  test.each(UNKNOWN_SENDERS)(
    '%s is a stranger to every channel; the office hears that one called, and nothing else',
    async (_who, createEvent) => {
      const { calls, ours, send } = createBridgeRig()
      const event = createEvent(ours)
      for (const channel of Object.keys(contract)) expect(await send(event, channel)).toEqual(unknownSender)
      expect(calls).toEqual(Object.keys(contract).map(() => 'a stranger'))
    },
  )

  test('what changed is told to our window alone, and to nobody once it is gone', () => {
    const { ours, tell } = createBridgeRig()
    tell(['handoffs'])
    ours.gone = true
    expect(() => tell(['people'])).not.toThrow()
    expect(ours.sent).toEqual([['changed', ['handoffs']]])
  })
})

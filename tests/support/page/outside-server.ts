import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server outside the app, on this PC's own address: it records every connection, by the first part of the path. */
export interface OutsideServer {
  readonly port: number
  readonly heard: ReadonlySet<string>
  close(): Promise<void>
}

const SCRIPT = "globalThis.__ran?.push('script from outside')"

export async function listenOutside(): Promise<OutsideServer> {
  const heard = new Set<string>()
  const recordRequest = (path = '') => void heard.add(path.split(/[/?]/)[1] ?? '')
  const server = createServer((request, answer) => {
    recordRequest(request.url)
    const page = request.url === '/page'
    const kind = page ? 'text/html' : request.url?.startsWith('/style') ? 'text/css' : 'text/javascript'
    answer.writeHead(200, { 'content-type': kind, 'access-control-allow-origin': '*', 'cache-control': 'no-store' })
    answer.end(page ? '<!doctype html><title>outside</title><body></body>' : kind === 'text/css' ? 'b{}' : SCRIPT)
  })
  // Before any request: an early connection counts too.
  server.on('connection', () => void heard.add('connection'))
  server.on('upgrade', (request, socket) => {
    recordRequest(request.url)
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const stunServer = createSocket('udp4', () => void heard.add('peer'))
  await new Promise<void>((done) => stunServer.bind(port, '127.0.0.1', done))
  return {
    port,
    heard,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await new Promise<void>((done) => stunServer.close(done))
    },
  }
}

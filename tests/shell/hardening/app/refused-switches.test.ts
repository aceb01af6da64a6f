import { expect, test } from 'vitest'
import { listRefusedSwitches } from '../../../../electron/shell/hardening/app/refused-switches'

const APP = '/opt/Day-book/day-book'

test('a start as from the menu goes on, with whatever the desktop gives it', () => {
  for (const args of [
    [APP],
    [APP, '--ozone-platform=wayland', '--enable-features=WaylandWindowDecorations'],
    [APP, '-psn_0_12345', '--squirrel-firstrun', '--original-process-start-time=13377', '/prefetch:1', '--', 'a file named proxy'],
    ['/home/inspect/proxy-server/day-book'],
  ])
    expect(listRefusedSwitches(args)).toEqual([])
})

test('a start with a debugger, a proxy, a resolver or a wall taken down is known, however it is written (E4)', () => {
  const written = {
    '--inspect': 'inspect',
    '--inspect-brk=0.0.0.0:9229': 'inspect-brk',
    '-inspect=1': 'inspect',
    '--remote-debugging-port=0': 'remote-debugging-port',
    '--remote-debugging-pipe': 'remote-debugging-pipe',
    '/Remote-Debugging-Port:9222': 'remote-debugging-port',
    '--proxy-server=192.0.2.1:80': 'proxy-server',
    '--PROXY-PAC-URL=http://192.0.2.1/': 'proxy-pac-url',
    '--no-proxy-server': 'no-proxy-server',
    '--host-resolver-rules=MAP * 192.0.2.1': 'host-resolver-rules',
    '--host-rules=MAP * 192.0.2.1': 'host-rules',
    '--js-flags=--allow-natives-syntax': 'js-flags',
    '--no-sandbox': 'no-sandbox',
    '--disable-web-security': 'disable-web-security',
    '--log-net-log=/tmp/all': 'log-net-log',
  }
  for (const [arg, name] of Object.entries(written)) expect(listRefusedSwitches([APP, arg]), arg).toEqual([name])
})

test('what is said of it holds no value, which may be an address', () => {
  expect(listRefusedSwitches(['--proxy-server=somewhere', '--proxy-server=elsewhere']).join()).toBe('proxy-server')
})

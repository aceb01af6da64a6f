import type { Ports } from '../../electron/ports'

/** An office that nobody looks at: notifications and files go nowhere. Somebody is always at the desk, unless a test says otherwise. */
export const windowless: Pick<Ports, 'notifier' | 'tray' | 'screen' | 'files' | 'printer' | 'keepsOpen'> = {
  notifier: { show: () => undefined },
  tray: { tell: () => undefined },
  screen: { protect: () => undefined },
  files: { save: () => Promise.resolve('cancelled') },
  printer: { pdf: () => Promise.resolve(new Uint8Array()), paper: () => Promise.resolve('cancelled') },
  keepsOpen: () => true,
}

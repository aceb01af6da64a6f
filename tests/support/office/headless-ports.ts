import type { Ports } from '../../../electron/ports'

/** An office that nobody looks at: notifications and files go nowhere. Somebody is always at the desk, unless a test says otherwise. */
export const headlessPorts: Pick<Ports, 'notifier' | 'tray' | 'screen' | 'files' | 'printer' | 'preventsLock'> = {
  notifier: { show: () => undefined },
  tray: { setText: () => undefined },
  screen: { protect: () => undefined },
  files: { save: () => Promise.resolve('cancelled') },
  printer: { pdf: () => Promise.resolve(new Uint8Array()), paper: () => Promise.resolve('cancelled') },
  preventsLock: () => true,
}

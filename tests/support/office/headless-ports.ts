import type { Ports } from '../../../electron/ports'

/** The ports of an office without a screen: notifications and files go nowhere. A worker is always present by default. */
export const headlessPorts: Pick<Ports, 'notifier' | 'tray' | 'screen' | 'files' | 'printer' | 'preventsLock'> = {
  notifier: { show: () => undefined },
  tray: { setText: () => undefined },
  screen: { protect: () => undefined },
  files: { save: () => Promise.resolve('cancelled') },
  printer: { pdf: () => Promise.resolve(new Uint8Array()), paper: () => Promise.resolve('cancelled') },
  preventsLock: () => true,
}

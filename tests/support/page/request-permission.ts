import type { Page } from '@playwright/test'

/** Returns the page's answer when a script in it asks for a permission or a device (E2): 'was let' or 'refused'. */
export const requestPermission = (page: Page, what: string): Promise<string> =>
  page.evaluate(async (name) => {
    interface RareApis {
      requestMIDIAccess(options: object): Promise<unknown>
      readonly usb: { requestDevice(options: object): Promise<unknown> }
      readonly hid: { requestDevice(options: object): Promise<readonly unknown[]> }
      readonly serial: { requestPort(): Promise<unknown> }
      readonly bluetooth: { requestDevice(options: object): Promise<unknown> }
      queryLocalFonts(): Promise<readonly unknown[]>
      readonly IdleDetector: { requestPermission(): Promise<string> }
    }
    const [own, wide] = [navigator as unknown as RareApis, window as unknown as RareApis]
    const some = (devices: readonly unknown[]) => devices.length > 0 || Promise.reject(new Error('none'))
    const granted = (answer: string) => answer === 'granted' || Promise.reject(new Error(answer))
    const attempts: Readonly<Record<string, () => unknown>> = {
      location: () => new Promise((done, refused) => navigator.geolocation.getCurrentPosition(done, () => refused(new Error('no')))),
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
      notification: async () => granted(await Notification.requestPermission()),
      clipboard: () => navigator.clipboard.readText(),
      midi: () => own.requestMIDIAccess({ sysex: true }),
      usb: () => own.usb.requestDevice({ filters: [] }),
      hid: async () => some(await own.hid.requestDevice({ filters: [] })),
      serial: () => own.serial.requestPort(),
      bluetooth: () => own.bluetooth.requestDevice({ acceptAllDevices: true }),
      fonts: async () => some(await wide.queryLocalFonts()),
      idle: async () => granted(await wide.IdleDetector.requestPermission()),
    }
    try {
      const attempt = attempts[name]
      if (attempt === undefined) return 'nobody knows this'
      await attempt()
      return 'was let'
    } catch {
      return 'refused'
    }
  }, what)

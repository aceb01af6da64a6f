import type { Session, WebContents } from 'electron'

/** Denies USB, HID and serial devices, and revokes any that was ever granted (E2). */
export function denyDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false)
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
}

/** Denies Bluetooth devices, which Electron asks about for each page (E2). */
export function denyBluetooth(contents: WebContents): void {
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

import type { Session, WebContents } from 'electron'

/** E2: no USB, HID or serial device is offered, and none that was ever granted is given again. */
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

/** E2: nor a Bluetooth device, which Electron asks each page for. */
export function denyBluetooth(contents: WebContents): void {
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

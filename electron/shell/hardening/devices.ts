import type { Session, WebContents } from 'electron'

/** E2: no USB, HID or serial device is offered, and none that was ever granted is given again. */
export function withoutDevices(ours: Session): void {
  ours.setDevicePermissionHandler(() => false)
  ours.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  ours.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose(null)
  })
  ours.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
}

/** E2: nor a Bluetooth device, which Electron asks each page for. */
export function withoutBluetooth(contents: WebContents): void {
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

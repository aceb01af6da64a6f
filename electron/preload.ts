import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#shared/contract/index'

const bridge: Bridge = {
  call: (channel, input) => ipcRenderer.invoke('call', channel, input),
  onChanged: (listener) => {
    const forward = (_event: unknown, topics: Parameters<typeof listener>[0]) => listener(topics)
    ipcRenderer.on('changed', forward)
    return () => void ipcRenderer.off('changed', forward)
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)

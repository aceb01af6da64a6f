import { useEffect, useState } from 'react'
import { isTyping, matchesKeys } from './commands'
import type { KeyName } from './key-table'

const inDialog = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('[role=dialog]') !== null

/** L6: true while the key is held down outside fields; gone on release and when the window loses focus. */
export function useHeldKey(key: KeyName): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (matchesKeys(key, event) && !isTyping(event.target) && !inDialog(event.target)) setHeld(true)
    }
    const up = (event: KeyboardEvent) => {
      if (matchesKeys(key, event)) setHeld(false)
    }
    const away = () => setHeld(false)
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', away)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', away)
    }
  }, [key])
  return held
}

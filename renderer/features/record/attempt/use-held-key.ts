import { useEffect, useState } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null

/** L6: true while the key is held down outside fields; gone on release and when the window loses focus. */
export function useHeldKey(key: string): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === key && !event.ctrlKey && !event.altKey && !event.metaKey && !isTyping(event.target)) setHeld(true)
    }
    const up = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === key) setHeld(false)
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

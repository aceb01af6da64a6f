import { useCallback, useEffect, useRef, useState } from 'react'
import { callOffice } from './bridge'
import { reportStorage } from './storage-trouble'

const SAVE_DELAY = 600
const MAX_DRAFT_SIZE = 100_000
/** Drafts with words that the office has not received yet. F9 and closing the window send them first. */
const unsent = new Map<string, () => void>()
export const sendDrafts = (): void => {
  for (const send of unsent.values()) send()
}
/** Registers words that are no draft but are saved directly (M1), under a key of no draft. Returns the function that stops it. */
export const registerUnsent = (key: string, send: () => void): (() => void) => {
  unsent.set(key, send)
  return () => void unsent.delete(key)
}

export interface FormDraft {
  /** False until the office has said what it keeps under this key. */
  readonly ready: boolean
  /** What was typed in an earlier session, or null. */
  readonly found: Readonly<Record<string, unknown>> | null
  /** UTC ms of the last save, for "Draft saved 16:44"; null before the first. */
  readonly savedAt: number | null
  /** Keeps these words, shortly after the typing has paused. */
  readonly save: (body: object) => void
  /** Forgets the draft, after the form was sent or given up. */
  readonly drop: () => Promise<void>
}

/** Reads a stored draft; null where nothing is stored, or nothing that a form could use. */
export function parseDraft(body: string | null): Readonly<Record<string, unknown>> | null {
  if (body === null) return null
  try {
    const found: unknown = JSON.parse(body)
    return typeof found === 'object' && found !== null && !Array.isArray(found) && Object.keys(found).length > 0
      ? (found as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/**
 * Keeps what is typed in the encrypted database, under `key`, for this worker alone (ui.md 4: never lose a word).
 * A form without a draft (`key: null`) is ready at once and keeps nothing. Screens use `useForm`, never this.
 */
export function useFormDraft(key: string | null): FormDraft {
  const [read, setRead] = useState<{ key: string | null; found: FormDraft['found']; savedAt: number | null }>({
    key: null,
    found: null,
    savedAt: null,
  })
  const latest = useRef<object>({})
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const send = useCallback(() => {
    clearTimeout(timer.current)
    if (key === null) return
    unsent.delete(key)
    const body = JSON.stringify(latest.current)
    if (body.length > MAX_DRAFT_SIZE) return
    void callOffice('draft.save', { key, body }).then((answer) => {
      reportStorage(answer)
      if (answer.ok) setRead((before) => (before.key === key ? { ...before, savedAt: answer.value.savedAt } : before))
    })
  }, [key])

  useEffect(() => {
    if (key === null) return
    let gone = false
    void callOffice('draft.read', { key }).then((answer) => {
      if (gone) return
      const found = answer.ok ? parseDraft(answer.value.body) : null
      setRead({ key, found, savedAt: answer.ok && found !== null ? answer.value.savedAt : null })
    })
    return () => {
      gone = true
      unsent.get(key)?.()
    }
  }, [key])

  const save = useCallback(
    (body: object) => {
      if (key === null) return
      latest.current = body
      unsent.set(key, send)
      clearTimeout(timer.current)
      timer.current = setTimeout(send, SAVE_DELAY)
    },
    [key, send],
  )

  const drop = useCallback(async () => {
    clearTimeout(timer.current)
    if (key === null) return
    unsent.delete(key)
    setRead((before) => ({ ...before, found: null, savedAt: null }))
    await callOffice('draft.remove', { key })
  }, [key])

  return { ready: key === null || read.key === key, found: read.found, savedAt: read.savedAt, save, drop }
}

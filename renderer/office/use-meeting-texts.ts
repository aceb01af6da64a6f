import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MeetingId } from '#shared/domain/core/ids'
import { MEETING_TEXTS, type MeetingText } from '#shared/domain/meeting/meeting'
import { callOffice } from './bridge'
import { refreshTopics } from './queries'
import { reportStorage } from './storage-trouble'
import { registerUnsent } from './use-draft'

/** The pause after which typed words are saved (ms), and the one after which saving is retried. */
const SAVE_DELAY = 250
const RETRY_DELAY = 3_000

type TypedTexts = Partial<Record<MeetingText, string>>

export interface MeetingTexts {
  /** Returns what the field shows: what is typed here, else the stored text, redacted where the person withholds something (M5). */
  readonly of: (field: MeetingText) => string
  readonly write: (field: MeetingText, text: string) => void
  /** Called when the cursor leaves the field: from now on it shows the stored text. */
  readonly leave: (field: MeetingText) => void
  /** Saves everything that is typed. Resolves to false where something could not be written. */
  readonly settle: () => Promise<boolean>
  readonly saveState: 'saved' | 'saving' | 'not_saved'
}

/**
 * Saves the texts of a meeting as they are typed (M1). Words that could not be written stay on the screen and are retried; F9 and closing
 * the window send what is unsent.
 */
export function useMeetingTexts(id: MeetingId, stored: Readonly<Record<MeetingText, string>>): MeetingTexts {
  const [typed, setTyped] = useState<TypedTexts>({})
  const [saveState, setSaveState] = useState<MeetingTexts['saveState']>('saved')
  const latest = useRef<TypedTexts>({})
  const timers = useRef(new Map<MeetingText, ReturnType<typeof setTimeout>>())
  const writing = useRef(new Map<MeetingText, Promise<boolean>>())
  const unwritten = useRef(new Set<MeetingText>())

  const send = useCallback(
    function sendOne(field: MeetingText): Promise<boolean> {
      clearTimeout(timers.current.get(field))
      timers.current.delete(field)
      const text = latest.current[field]
      if (text === undefined || !unwritten.current.has(field)) return writing.current.get(field) ?? Promise.resolve(true)
      unwritten.current.delete(field)
      const sent = callOffice('meeting.saveText', { id, field, text }).then((answer) => {
        reportStorage(answer)
        if (writing.current.get(field) === sent) writing.current.delete(field)
        if (!answer.ok) {
          unwritten.current.add(field)
          setSaveState('not_saved')
          // A refusal does not pass by itself; a full disk or a missing bridge may.
          if (answer.failure.kind === 'storage' || answer.failure.kind === 'broken')
            timers.current.set(
              field,
              setTimeout(() => void sendOne(field), RETRY_DELAY),
            )
          return false
        }
        if (unwritten.current.size === 0 && writing.current.size === 0) setSaveState('saved')
        return true
      })
      writing.current.set(field, sent)
      return sent
    },
    [id],
  )

  const leave = useCallback(
    (field: MeetingText) => {
      const shown = latest.current[field]
      if (shown === undefined) return
      void send(field).then(async (written) => {
        if (!written) return
        await refreshTopics(['meetings'])
        // The worker may be typing in it again.
        if (latest.current[field] !== shown || unwritten.current.has(field)) return
        const { [field]: _gone, ...rest } = latest.current
        latest.current = rest
        setTyped(rest)
      })
    },
    [send],
  )

  const settle = useCallback(async () => {
    const written = (await Promise.all(MEETING_TEXTS.map(send))).every(Boolean)
    for (const field of MEETING_TEXTS) leave(field)
    return written
  }, [send, leave])

  useEffect(() => {
    const stop = registerUnsent(`meeting-texts:${id}`, () => void settle())
    const waiting = timers.current
    return () => {
      stop()
      void settle()
      for (const timer of waiting.values()) clearTimeout(timer)
    }
  }, [id, settle])

  const write = useCallback(
    (field: MeetingText, text: string) => {
      latest.current = { ...latest.current, [field]: text }
      unwritten.current.add(field)
      setTyped(latest.current)
      setSaveState((before) => (before === 'not_saved' ? before : 'saving'))
      clearTimeout(timers.current.get(field))
      timers.current.set(
        field,
        setTimeout(() => void send(field), SAVE_DELAY),
      )
    },
    [send],
  )

  return useMemo(
    () => ({ of: (field: MeetingText) => typed[field] ?? stored[field], write, leave, settle, saveState }),
    [typed, stored, write, leave, settle, saveState],
  )
}

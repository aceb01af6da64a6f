import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Input } from '#shared/contract/index'
import type { Failure } from '#shared/contract/call'
import type { MeetingView } from '#shared/contract/meeting'
import { refreshTopics, useCall, useDraft, useMeetingTexts, type MeetingTexts } from '../../office'

export type MeetingCommand = Input<'meeting.execute'>['command']

/** The meeting that is open on the screen, and what its parts may do with it. */
export interface MeetingSession {
  readonly view: MeetingView
  readonly texts: MeetingTexts
  /** Sends one command after the other. Resolves to false where it was refused: `failure` says why. */
  readonly sendCommand: (command: MeetingCommand) => Promise<boolean>
  readonly failure: Failure | null
  readonly clearFailure: () => void
  /** Returns a small field that is not saved yet (half a line of the plan): a draft of this worker, one for each name. */
  readonly partialText: (name: string) => string | undefined
  readonly setPartialText: (name: string, text: string | null) => void
  /** Registers what must be written before the step changes; false keeps the step. */
  readonly beforeLeaving: (name: string, write: () => Promise<boolean>) => () => void
  readonly writePending: () => Promise<boolean>
  /** True while a participant who must not hear it is on the line (R1). */
  readonly isHidden: boolean
}

const Context = createContext<MeetingSession | null>(null)
export const MeetingSessionProvider = Context.Provider

export function useMeetingSession(): MeetingSession {
  const session = useContext(Context)
  if (session === null) throw new Error('no meeting is open here')
  return session
}

/** Lists the participants who hear it now without a release (R1). */
export const listWithoutRelease = ({ noRelease, participants }: MeetingView) =>
  participants.filter((one) => one.presence === 'on' && noRelease.some(({ no }) => no === one.no))

/** Creates the session. `ready` is false until the half-written fields are read back. */
export function useOpenMeetingSession(view: MeetingView): { readonly session: MeetingSession; readonly ready: boolean } {
  const { id } = view
  const { send } = useCall('meeting.execute')
  const texts = useMeetingTexts(id, view.texts)
  const draft = useDraft<Record<string, string>>(`meeting:${id}`, {})
  const [failure, setFailure] = useState<Failure | null>(null)
  const version = useRef(view.version)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const leaving = useRef(new Map<string, () => Promise<boolean>>())

  useEffect(() => {
    version.current = Math.max(version.current, view.version)
  }, [view.version])

  const sendCommand = useCallback(
    (command: MeetingCommand) => {
      const next = queue.current.then(async () => {
        const answer = await send({ id, version: version.current, command })
        if (answer.ok) {
          version.current = answer.value.version
          setFailure(null)
          return true
        }
        setFailure(answer.failure)
        // Another worker went on: the screen shows the new state, and the typed words stay in their fields.
        if (answer.failure.kind === 'refused') await refreshTopics(['meetings'])
        return false
      })
      queue.current = next
      return next
    },
    [id, send],
  )

  const { change, drop } = draft
  const idle = draft.ready && draft.savedAt !== null && (Object.keys(draft.value).length === 0 || view.closed !== null)
  useEffect(() => {
    // Nothing half-written is left, so no draft remains (S3).
    if (idle) void drop()
  }, [idle, drop])
  const setPartialText = useCallback(
    (name: string, text: string | null) =>
      change((before) => {
        const { [name]: _gone, ...rest } = before
        return text === null ? rest : { ...rest, [name]: text }
      }),
    [change],
  )
  const beforeLeaving = useCallback((name: string, write: () => Promise<boolean>) => {
    leaving.current.set(name, write)
    return () => void leaving.current.delete(name)
  }, [])
  const { settle: settleTexts } = texts
  const writePending = useCallback(async () => {
    const written = await Promise.all([...leaving.current.values()].map((write) => write()))
    return (await settleTexts()) && written.every(Boolean)
  }, [settleTexts])
  const clearFailure = useCallback(() => setFailure(null), [])

  const session = useMemo(
    (): MeetingSession => ({
      view,
      texts,
      sendCommand,
      failure,
      clearFailure,
      partialText: (name) => draft.value[name],
      setPartialText,
      beforeLeaving,
      writePending,
      isHidden: listWithoutRelease(view).length > 0,
    }),
    [view, texts, sendCommand, failure, clearFailure, draft.value, setPartialText, beforeLeaving, writePending],
  )
  return { session, ready: draft.ready }
}

/** Returns a small field that becomes one command when it is left: its content, and the props of its input. */
export function useFieldCommand(
  name: string,
  stored: string,
  save: (text: string) => Promise<boolean>,
): { readonly value: string; readonly onChange: (text: string) => void; readonly onBlur: () => void } {
  const { partialText, setPartialText, beforeLeaving } = useMeetingSession()
  const typed = partialText(name)
  const write = useCallback(async (): Promise<boolean> => {
    if (typed === undefined) return true
    if (typed.trim() !== '' && typed.trim() !== stored && !(await save(typed))) return false
    setPartialText(name, null)
    return true
  }, [typed, stored, save, setPartialText, name])
  useEffect(() => beforeLeaving(name, write), [beforeLeaving, name, write])
  return { value: typed ?? stored, onChange: (text) => setPartialText(name, text), onBlur: () => void write() }
}

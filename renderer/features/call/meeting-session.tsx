import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Input } from '#shared/contract/index'
import type { Answer, Failure } from '#shared/contract/call'
import type { MeetingView } from '#shared/contract/handoff/meeting'
import { refreshTopics, useCall, useForm, useMeetingTexts, type MeetingTexts } from '../../office'

export type MeetingCommand = Input<'meeting.execute'>['command']

/** The meeting that is open on the screen, and what its parts may do with it. */
export interface MeetingSession {
  readonly view: MeetingView
  readonly texts: MeetingTexts
  /** Sends one command after the other, for a form, which says itself what was refused. */
  readonly execute: (command: MeetingCommand) => Promise<Answer<unknown>>
  /** The same; resolves to false where it was refused: `failure` says why. */
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

const NO_TEXTS: { readonly texts: Readonly<Record<string, string>> } = { texts: {} }

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
  const draft = useForm({
    id: 'meeting-texts',
    of: id,
    initial: NO_TEXTS,
    // Each text is a command or a form of its own when it is whole.
    send: () => Promise.resolve({ ok: true, value: null } as const),
    afterSend: 'keep',
  })
  const [failure, setFailure] = useState<Failure | null>(null)
  const version = useRef(view.version)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const leaving = useRef(new Map<string, () => Promise<boolean>>())

  useEffect(() => {
    version.current = Math.max(version.current, view.version)
  }, [view.version])

  const execute = useCallback(
    (command: MeetingCommand) => {
      const next = queue.current.then(async (): Promise<Answer<unknown>> => {
        const answer = await send({ id, version: version.current, command })
        setFailure(null)
        if (answer.ok) version.current = answer.value.version
        // Another worker went on: the screen shows the new state, and the typed words stay in their fields.
        else if (answer.failure.kind === 'refused') await refreshTopics(['meetings'])
        return answer
      })
      queue.current = next
      return next
    },
    [id, send],
  )
  const sendCommand = useCallback(
    async (command: MeetingCommand) => {
      const answer = await execute(command)
      if (!answer.ok) setFailure(answer.failure)
      return answer.ok
    },
    [execute],
  )

  const { change, startAnew } = draft
  const { texts: partial } = draft.values
  const idle = draft.ready && draft.savedAt !== null && (Object.keys(partial).length === 0 || view.closed !== null)
  useEffect(() => {
    // Nothing half-written is left, so no draft remains (S3).
    if (idle) startAnew()
  }, [idle, startAnew])
  const setPartialText = useCallback(
    (name: string, text: string | null) =>
      change(({ texts: before }) => {
        const { [name]: _gone, ...rest } = before
        return { texts: text === null ? rest : { ...rest, [name]: text } }
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
      execute,
      sendCommand,
      failure,
      clearFailure,
      partialText: (name) => partial[name],
      setPartialText,
      beforeLeaving,
      writePending,
      isHidden: listWithoutRelease(view).length > 0,
    }),
    [view, texts, execute, sendCommand, failure, clearFailure, partial, setPartialText, beforeLeaving, writePending],
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

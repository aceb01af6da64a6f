import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type FormEvent } from 'react'
import { get, set, useForm as useHookForm, useWatch, type FieldErrors, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { announce } from '../ui/announce'
import { useCommands } from '../ui/commands'
import { focusFirstError } from '../ui/focus-first-error'
import { describeFailure, describeFieldFailure } from './failure-words'
import { fillFromDraft, findChangedFields, findFieldForPath, listFailurePaths } from './form-values'
import { toDraftKey } from './forms'
import type { Form, FormOptions } from './form'
import { useFormDraft } from './use-draft'

/** Where a failure stands that belongs to no field. */
const FOOT = 'root'

/**
 * One form of the app. The library (react-hook-form) holds values and errors; this adds the draft, failures of the office at their
 * fields, the focus on the first wrong one, the keys, and the order "send, drop the draft, say it, close".
 *
 * @example
 * const form = useForm({
 *   id: 'goal', of: stayId, initial: EMPTY,
 *   validate: ({ words }) => ({ words: words.trim() === '' && t('stay.needed') }),
 *   send: (values) => send({ stayId, id: null, ...values }),
 *   announces: t('stay.goal.saved'), onClose: onDone,
 *   keys: { send: t('stay.goal.save'), close: t('stay.goal.leave') },
 * })
 */
export function useForm<T extends object, R, F extends string = Extract<keyof T, string>>(options: FormOptions<T, R, F>): Form<T, F> {
  const { t } = useTranslation()
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const { id, of, initial } = options
  const key = toDraftKey(id, of)
  const draft = useFormDraft(key)
  const { save, drop } = draft
  const element = useRef<HTMLFormElement>(null)
  const running = useRef(false)
  /** What the office has refused, by field, until the field is changed or it is sent again. */
  const refused = useRef<Readonly<Record<string, string>>>({})
  /** What the form began with; the draft is what differs from it. */
  const begun = useRef(initial)
  const initialBody = JSON.stringify(initial)
  const followed = useRef(initialBody)
  const [filled, setFilled] = useState<string | null | undefined>(undefined)
  const [sent, setSent] = useState(false)
  // The first wrong field gets the cursor once its error is drawn.
  const [refusals, setRefusals] = useState(0)
  useEffect(() => {
    if (refusals > 0) focusFirstError(element.current)
  }, [refusals])

  const { control, clearErrors, formState, getValues, handleSubmit, reset, setError, setValue, trigger } = useHookForm<FieldValues>({
    defaultValues: initial as FieldValues,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    resolver: (values) => {
      const found = Object.entries<unknown>({ ...refused.current, ...latest.current.validate?.(values as T) }).filter(([, words]) =>
        Boolean(words),
      )
      if (found.length === 0) return { values, errors: {} }
      const errors: FieldErrors = {}
      for (const [field, message] of found) set(errors, field, { type: 'form', message })
      return { values: {}, errors }
    },
  })
  const { errors, isDirty, isSubmitted, isSubmitting } = formState
  const values = useWatch({ control }) as T

  /** Shows these values, and takes `first` as what the form began with. */
  const fill = useCallback(
    (first: T, shown: T) => {
      begun.current = first
      refused.current = {}
      reset(first as FieldValues)
      if (shown !== first) reset(shown as FieldValues, { keepDefaultValues: true, keepDirty: false })
    },
    [reset],
  )

  useLayoutEffect(() => {
    if (!draft.ready || filled === key) return
    const first = latest.current.initial
    // A form that is drawn before its draft is read may already hold words: they go before the draft's.
    const typed = filled === undefined ? findChangedFields(getValues(), begun.current as Record<string, unknown>) : {}
    const shown = { ...fillFromDraft(first, draft.found), ...typed }
    fill(first, shown)
    if (Object.keys(typed).length > 0) save(findChangedFields(shown, first as Record<string, unknown>))
    setFilled(key)
  }, [draft.ready, draft.found, key, filled, fill, getValues, save])

  // What the office has changed meanwhile is shown, as long as nothing is typed here.
  useEffect(() => {
    if (filled !== key || isDirty || followed.current === initialBody) return
    followed.current = initialBody
    fill(latest.current.initial, latest.current.initial)
  }, [initialBody, isDirty, filled, key, fill])

  const change = useCallback<Form<T, F>['change']>(
    (next) => {
      const part = typeof next === 'function' ? next(getValues() as T) : next
      for (const [field, value] of Object.entries(part)) setValue(field, value, { shouldDirty: true, shouldTouch: true })
      const settled = Object.keys(part).flatMap((field) => [field, ...(latest.current.settles?.[field as Extract<keyof T, string>] ?? [])])
      refused.current = Object.fromEntries(
        Object.entries(refused.current).filter(([field]) => !settled.some((one) => field === one || field.startsWith(`${one}.`))),
      )
      clearErrors([...settled, FOOT])
      setSent(false)
      if (isSubmitted) void trigger()
      const typed = getValues()
      const changed = findChangedFields(typed, begun.current as Record<string, unknown>)
      const always = (latest.current.keepsAlways ?? []).map((field) => [field, typed[field]] as const)
      save(Object.keys(changed).length === 0 ? {} : { ...Object.fromEntries(always), ...changed })
    },
    [isSubmitted, getValues, setValue, clearErrors, trigger, save],
  )

  const showFailure = useCallback(
    (failure: Failure, sent: T) => {
      const { findField, describe } = latest.current
      const paths = listFailurePaths(failure)
      const places = (paths.length === 0 ? [''] : paths).map((path) => ({
        path,
        field: findField ? findField(path, sent, failure) : (findFieldForPath(path, (one) => Object.hasOwn(sent, one)) as F | null),
      }))
      for (const { path, field } of places) {
        if (field === null) continue
        const message = describe?.(failure, field) ?? describeFieldFailure(t, failure, path) ?? describeFailure(t, failure)
        refused.current = { ...refused.current, [field]: message }
        setError(field, { type: 'office', message })
      }
      if (places.every(({ field }) => field === null))
        setError(FOOT, { type: 'office', message: describe?.(failure, null) ?? describeFailure(t, failure) })
    },
    [setError, t],
  )

  const trySubmit = useCallback(async (): Promise<boolean> => {
    if (running.current) return false
    running.current = true
    refused.current = {}
    setSent(false)
    // What is said after it tells of the page as it was when it was sent: the office's news may be here before the answer.
    const asked = latest.current
    try {
      let taken: { readonly value: R; readonly typed: T } | null = null as { readonly value: R; readonly typed: T } | null
      await handleSubmit(async () => {
        const typed = getValues() as T
        const answer = await asked.send(typed)
        if (answer.ok) {
          taken = { value: answer.value, typed }
          return
        }
        showFailure(answer.failure, typed)
        for (const field of latest.current.forgets ?? []) setValue(field as string, latest.current.initial[field] as unknown)
        latest.current.onRefused?.(answer.failure)
      })()
      if (taken === null) {
        setRefusals((count) => count + 1)
        return false
      }
      await drop()
      setSent(true)
      const { announces, onSent } = asked
      const { onClose, afterSend = onClose ? 'close' : 'clear' } = latest.current
      if (announces !== undefined) announce(typeof announces === 'function' ? announces(taken.value) : announces)
      if (afterSend !== 'close') {
        const shown = afterSend === 'keep' ? taken.typed : latest.current.initial
        fill(shown, shown)
      }
      onSent?.(taken.value, taken.typed)
      if (afterSend === 'close') onClose?.()
      return true
    } finally {
      running.current = false
    }
  }, [drop, fill, getValues, handleSubmit, setValue, showFailure])

  const startAnew = useCallback(() => {
    void drop()
    fill(latest.current.initial, latest.current.initial)
  }, [drop, fill])

  const cancel = useCallback(() => {
    const { onCancel, onClose } = latest.current
    if (onCancel === 'drop') startAnew()
    onClose?.()
  }, [startAnew])

  const send = useCallback(() => void trySubmit(), [trySubmit])
  const submitWith = useCallback<Form<T, F>['submitWith']>(
    (part) => {
      for (const [field, value] of Object.entries(part)) setValue(field, value)
      void trySubmit()
    },
    [setValue, trySubmit],
  )
  const { keys } = options
  useCommands([
    ...(keys?.send === undefined
      ? []
      : [
          { id: `${id}-send`, label: keys.send, keys: 'Ctrl Enter' as const, run: send },
          ...(keys.enter ? [{ id: `${id}-enter`, label: keys.send, keys: 'Enter' as const, quiet: true, run: send }] : []),
        ]),
    ...(keys?.close === undefined ? [] : [{ id: `${id}-close`, label: keys.close, keys: 'Esc' as const, quiet: true, run: cancel }]),
  ])

  const props = useMemo(
    () => ({
      ref: element,
      noValidate: true as const,
      'data-form': id,
      onSubmit: (event: FormEvent) => {
        event.preventDefault()
        send()
      },
    }),
    [id, send],
  )
  const read = (field: string) => (get(errors, field) as { readonly message?: string } | undefined)?.message
  return {
    id,
    ready: draft.ready && filled === key,
    values,
    change,
    error: read,
    failure: read(FOOT),
    tried: isSubmitted,
    sending: isSubmitting,
    submit: send,
    trySubmit,
    submitWith,
    sent,
    cancel,
    startAnew,
    savedAt: draft.savedAt,
    restored: draft.found !== null,
    props,
  }
}

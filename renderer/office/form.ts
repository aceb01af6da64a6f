import type { FormEvent, RefObject } from 'react'
import type { Answer, Failure } from '#shared/contract/call'
import type { FormId } from './forms'

/** What is wrong, in words, by field. A field that is right has nothing, `false` or `undefined`. */
export type FormErrors<F extends string> = Partial<Record<F, string | false | undefined>>

export interface FormOptions<T extends object, R, F extends string> {
  /** The form's name in `FORMS`, which also says whether what is typed is kept. */
  readonly id: FormId
  /** The ids that the form is about, joined: the draft belongs to them. Null where there is one such form for the worker. */
  readonly of: string | null
  /** What the form begins with: plain JSON. While nothing is typed the form follows it, as the office's answers change. */
  readonly initial: T
  /** Fields that go with every draft, changed or not: the version that the typed words are based on. */
  readonly keepsAlways?: readonly Extract<keyof T, string>[]
  /** What is wrong before it is sent, in words. Asked at each try, and after the first one at every change. */
  readonly validate?: (values: T) => FormErrors<NoInfer<F>>
  readonly send: (values: T) => Promise<Answer<R>>
  /** The field for a path of the contract ('' where the failure names none), where it is not the path's own beginning; null: at the foot. */
  readonly findField?: (path: string, values: T, failure: Failure) => NoInfer<F> | null
  /** A field's words for a failure, where they are not the usual ones. Empty words: the screen says it in another way. */
  readonly describe?: (failure: Failure, field: NoInfer<F> | null) => string | undefined
  /** Fields whose refusal is settled by a change at another one: 'Not known' ends the one at the number. */
  readonly settles?: Partial<Record<Extract<keyof T, string>, readonly NoInfer<F>[]>>
  /** Secret fields: emptied after a refusal, which stays in view. */
  readonly forgets?: readonly Extract<keyof T, string>[]
  /** Said aloud once the office has taken it. */
  readonly announces?: string | ((value: R) => string)
  /** After the office has taken it, before the form closes. */
  readonly onSent?: (value: R, values: T) => void
  /** After a refusal that the screen answers itself. */
  readonly onRefused?: (failure: Failure) => void
  /** Closes the form: after it was sent, and by Esc or Cancel. */
  readonly onClose?: () => void
  /** What Cancel does with what was typed: kept for next time, or dropped (an edit that was given up). */
  readonly onCancel?: 'keep' | 'drop'
  /** After it was sent the form closes (the usual, where it can), is empty again, or shows what was sent. */
  readonly afterSend?: 'close' | 'clear' | 'keep'
  /** Ctrl+Enter sends and Esc closes, each named as in the palette. `enter`: Enter alone sends, where there is no field. */
  readonly keys?: { readonly send?: string; readonly close?: string; readonly enter?: boolean }
}

export interface Form<T extends object, F extends string = Extract<keyof T, string>> {
  readonly id: FormId
  /** False until the draft is read. A form that a key opens is drawn at once, any other only then. */
  readonly ready: boolean
  readonly values: T
  readonly change: (part: Partial<T> | ((before: T) => Partial<T>)) => void
  /** What is wrong at a field, in words: what the form itself found, or what the office refused. */
  readonly error: (field: F) => string | undefined
  /** A failure that belongs to no field, in words, for the foot. */
  readonly failure: string | undefined
  /** Whether it was tried to send it. */
  readonly tried: boolean
  readonly sending: boolean
  readonly submit: () => void
  /** The same, for what must wait for it: resolves to whether the office has taken it. */
  readonly trySubmit: () => Promise<boolean>
  /** The same with an answer that the pressed button itself gives; it is no part of the draft until something is typed. */
  readonly submitWith: (part: Partial<T>) => void
  /** Whether it was sent, and nothing was changed since: for "Saved" beside the button. */
  readonly sent: boolean
  readonly cancel: () => void
  /** Drops the draft and begins again from `initial`. */
  readonly startAnew: () => void
  /** When the draft was saved last (UTC ms), and whether it is of an earlier session. */
  readonly savedAt: number | null
  readonly restored: boolean
  /** For the `<form>` itself. */
  readonly props: {
    readonly ref: RefObject<HTMLFormElement | null>
    readonly noValidate: true
    readonly 'data-form': FormId
    readonly onSubmit: (event: FormEvent) => void
  }
}

import { CLOSED_AS, type ClosedAs } from '#shared/domain/core/vocabulary'
import type { RecordAction, ActionContext } from './action'

/** Lists the actions for bounces, closing, reopening, and entries in error. */
export function listEndingActions({ t, record }: ActionContext): readonly RecordAction[] {
  const closed = record.closed !== null || record.enteredInError !== null
  const bounce = record.bounces.find((one) => one.settledAt === null)
  const danger: RecordAction = {
    id: 'danger',
    label: t('record.do.danger.label'),
    icon: 'shield',
    why: null,
    title: t('record.do.danger.title'),
    foot: t('record.do.danger.foot'),
    fields: [{ kind: 'text', name: 'words', label: t('record.do.danger.words') }],
    command: (filled) => ({ kind: 'acknowledge_danger', words: filled.text('words') }),
  }
  const settle: RecordAction = {
    id: 'settle',
    label: t('record.do.settle.label'),
    why: null,
    title: t('record.do.settle.title'),
    fields: [
      {
        kind: 'choice',
        name: 'then',
        label: t('record.do.settle.then'),
        isRequired: true,
        options: [
          { value: 'try_again', label: t('record.do.settle.try_again') },
          { value: 'close', label: t('record.do.settle.close') },
        ],
      },
      { kind: 'text', name: 'words', label: t('record.do.settle.words'), isRequired: true },
    ],
    command: (filled) => ({
      kind: 'settle_bounce',
      words: filled.text('words'),
      then: filled.text('then') === 'close' ? 'close' : 'try_again',
    }),
  }
  const whyNot = (as: ClosedAs): string | null =>
    (as === 'help_scheduled' || as === 'help_received') && record.firstConfirmedAt === null
      ? t('record.do.close.notConfirmed')
      : as === 'after_bounce_review' && !bounce
        ? t('record.do.close.noBounce')
        : null
  const close: RecordAction = {
    id: 'close',
    label: t('record.do.close.label'),
    why: null,
    title: t('record.do.close.title'),
    foot: t('record.do.close.foot'),
    fields: [
      {
        kind: 'choice',
        name: 'as',
        label: t('record.do.close.as'),
        isRequired: true,
        options: CLOSED_AS.map((value) => {
          const why = whyNot(value)
          return { value, label: t(`vocabulary.closedAs.${value}`), ...(why ? { why } : {}) }
        }),
      },
      { kind: 'text', name: 'reason', label: t('record.do.close.reason') },
    ],
    command: (filled) => ({ kind: 'close', as: filled.text('as') as ClosedAs, reason: filled.text('reason') }),
  }
  const reopen: RecordAction = {
    id: 'reopen',
    label: t('record.do.reopen.label'),
    why: null,
    title: t('record.do.reopen.title'),
    foot: t('record.do.reopen.foot'),
    fields: [{ kind: 'text', name: 'reason', label: t('record.do.reopen.reason'), isRequired: true }],
    command: (filled) => ({ kind: 'reopen', reason: filled.text('reason') }),
  }
  const error: RecordAction = {
    id: 'error',
    label: t('record.do.error.label'),
    why: null,
    title: t('record.do.error.title'),
    foot: t('record.do.error.foot'),
    fields: [{ kind: 'text', name: 'reason', label: t('record.do.error.reason'), isRequired: true }],
    command: (filled) => ({ kind: 'mark_error', reason: filled.text('reason') }),
  }
  return [
    ...(bounce && bounce.reason === 'possible_danger' && bounce.acknowledgedAt === null ? [danger] : []),
    ...(bounce ? [settle] : []),
    ...(closed ? [reopen] : [close]),
    ...(record.enteredInError ? [] : [error]),
  ]
}

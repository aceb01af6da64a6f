import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { POSSIBLE_DANGER } from '#shared/domain/handoff/bounce'
import { BOUNCE_ACTIONS } from '#shared/domain/core/vocabulary'
import { readNow, useCall, useForm, useOffice, useZone } from '../../office'
import { describeStaffName, FormDraftNote, FromTo, MomentField } from '../../components'
import { Button, Choices, Field, focusControl, FormPage, FormPageFoot, FormPageHead, FormPageRow, Select } from '../../ui'
import { EMPTY_BOUNCE, findBounceField, toBounceCommand, type RequiredBounceField } from './bounce-draft'
import { BounceReasons } from './BounceReasons'
import css from './bounce.module.css'

const REASON_ORDER = [
  'relay',
  'other_resource',
  'court_self_help',
  'retry',
  'review_and_close',
  'letter',
] as const satisfies readonly (typeof BOUNCE_ACTIONS)[number][]

export function BounceForm({ record, onDone }: { readonly record: RecordView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const reasons = useOffice('bounceReason.listChoices', {}).value ?? []
  const { send } = useCall('handoff.execute')
  const errorWords: Readonly<Record<RequiredBounceField, string>> = {
    reason: t('bounce.pickReason'),
    seen: t('bounce.saySeen'),
    action: t('bounce.pickAction'),
    what: t('failure.refused.say_what_will_differ'),
    owner: t('bounce.pickOwner'),
    dueAt: t('record.do.momentNeeded'),
  }
  const form = useForm({
    id: 'bounce',
    of: record.id,
    initial: EMPTY_BOUNCE,
    validate: (typed) => {
      const made = toBounceCommand(typed, readNow(), zone)
      return Object.fromEntries('wrong' in made ? made.wrong.map((field) => [field, errorWords[field]]) : [])
    },
    send: async (typed) => {
      const made = toBounceCommand(typed, readNow(), zone)
      // Validated a moment ago; the clock may have passed a time since, and then it is asked for again.
      if ('wrong' in made) return { ok: false, failure: { kind: 'refused', reason: 'no_such_time', field: 'dueAt' } }
      return send({ id: record.id, command: made.command })
    },
    findField: (path) => findBounceField(path),
    announces: t('bounce.recorded'),
    onClose: onDone,
    keys: { send: t('bounce.record') },
  })
  const { values: value, change: set, error: findError } = form
  // B2: a letter only where an address is safe; the office asks once more.
  const letter = record.plan?.ways.some((way) => way.kind === 'post' && way.hasValue && way.safeFor.includes('letter')) ?? false
  const chosen = reasons.find((reason) => reason.code === value.reason)
  const first = useRef<HTMLDivElement>(null)
  const ready = form.ready && reasons.length > 0
  useEffect(() => {
    if (ready) focusControl(first.current)
  }, [ready])

  return (
    <form className="form-page" aria-labelledby="bounce-title" {...form.props}>
      <header className="page-head">
        <h1 id="bounce-title">{t('bounce.title')}</h1>
        <p>
          <bdi dir="auto">{record.label}</bdi>, {t('bounce.number', { number: record.number })}.{' '}
          <FromTo from={record.from} to={record.to} fromWord={t('record.from')} toWord={t('record.to')} />. {t('bounce.lead')}
        </p>
        <FormDraftNote form={form} />
      </header>
      <FormPage>
        <FormPageHead margin={t('bounce.sideHead')}>{t('bounce.why')}</FormPageHead>
        {findError('reason') && (
          <FormPageRow label="" hasError>
            <p className="error" role="alert">
              {findError('reason')}
            </p>
          </FormPageRow>
        )}
        <div ref={first} className={`${css.sides} ${findError('reason') ? 'wrong' : ''}`}>
          <BounceReasons
            reasons={reasons}
            value={value.reason}
            onPick={(reason) =>
              set({ reason: reason.code, change: value.change === '' || value.change === chosen?.change ? reason.change : value.change })
            }
          />
        </div>
        <FormPageHead>{t('bounce.learn')}</FormPageHead>
        <FormPageRow label={t('bounce.seen')} hasError={Boolean(findError('seen'))}>
          <Field
            label={t('bounce.seen')}
            quietLabel
            rows={2}
            value={value.seen}
            error={findError('seen')}
            {...(chosen?.seen ? { placeholder: chosen.seen } : {})}
            onChange={(seen) => set({ seen })}
          />
        </FormPageRow>
        <FormPageRow label={t('bounce.change')}>
          <Field
            label={t('bounce.change')}
            quietLabel
            value={value.change}
            error={findError('change')}
            onChange={(change) => set({ change })}
          />
        </FormPageRow>
        <FormPageRow label={t('bounce.action')} hasError={Boolean(findError('action'))}>
          <Choices
            label={t('bounce.action')}
            quietLabel
            look="tight"
            value={value.action}
            error={findError('action')}
            onChange={(action) => set({ action })}
            options={REASON_ORDER.map((action) => ({
              value: action,
              label: t(`vocabulary.bounceAction.${action}`),
              ...(action === 'letter' && !letter ? { why: t('bounce.noLetter') } : {}),
            }))}
          />
        </FormPageRow>
        <FormPageRow label={t('bounce.who')} hasError={Boolean(findError('what') ?? findError('owner') ?? findError('dueAt'))}>
          <div className={css.who}>
            <Field
              label={t(value.action === 'retry' ? 'bounce.differ' : 'bounce.what')}
              value={value.what}
              error={findError('what')}
              onChange={(what) => set({ what })}
            />
            <Select
              label={t('bounce.owner')}
              value={value.owner}
              options={staff.map((one) => ({ value: one.id as string, label: describeStaffName(t, one, readNow(), zone) }))}
              error={findError('owner')}
              onChange={(owner) => set({ owner })}
            />
            <MomentField label={t('bounce.dueAt')} value={value.dueAt} error={findError('dueAt')} onChange={(dueAt) => set({ dueAt })} />
          </div>
        </FormPageRow>
      </FormPage>
      <FormPageFoot
        {...(form.failure === undefined ? {} : { why: form.failure })}
        actions={
          <>
            <Button look="do" size="tall" type="submit" keys="Ctrl Enter" busy={form.sending}>
              {t('bounce.record')}
            </Button>
            <Button size="tall" keys="Esc" onPress={form.cancel}>
              {t('bounce.notNow')}
            </Button>
          </>
        }
      >
        <p>{t(value.reason === POSSIBLE_DANGER ? 'bounce.footDanger' : 'bounce.foot')}</p>
      </FormPageFoot>
    </form>
  )
}

import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import { POSSIBLE_DANGER } from '#shared/domain/handoff/bounce'
import { BOUNCE_ACTIONS } from '#shared/domain/core/vocabulary'
import { formatTime } from '#shared/domain/core/wording'
import { describeFailure, describeFieldFailure, readNow, useCall, useDraft, useOffice, useZone } from '../../office'
import type { Failure } from '#shared/contract/call'
import {
  announce,
  Button,
  Choices,
  DraftNote,
  Field,
  focusControl,
  FormPage,
  FormPageFoot,
  FormPageHead,
  FormPageRow,
  MomentField,
  Select,
  focusFirstError,
  useCommands,
  FromTo,
  describeStaffName,
} from '../../ui'
import { toBounceCommand, EMPTY_BOUNCE, type BounceDraft, type BounceField } from './bounce-draft'
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
  const draft = useDraft<BounceDraft>(`bounce:${record.id}`, EMPTY_BOUNCE)
  const staff = useOffice('staff.list', {}).value ?? []
  const reasons = useOffice('bounceReason.listChoices', {}).value ?? []
  const { send, sending } = useCall('handoff.execute')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [wrong, setWrong] = useState<readonly BounceField[]>([])
  const { value } = draft
  const set = (part: Partial<BounceDraft>) => draft.change((before) => ({ ...before, ...part }))
  // A letter is offered only where an address is safe; the office checks it again (B2).
  const letter = record.plan?.ways.some((way) => way.kind === 'post' && way.hasValue && way.safeFor.includes('letter')) ?? false
  const chosen = reasons.find((reason) => reason.code === value.reason)
  const first = useRef<HTMLDivElement>(null)
  const ready = draft.ready && reasons.length > 0
  useEffect(() => {
    if (ready) focusControl(first.current)
  }, [ready])

  const save = async () => {
    const made = toBounceCommand(value, readNow(), zone)
    setFailure(null)
    if ('wrong' in made) {
      setWrong(made.wrong)
      return focusFirstError()
    }
    setWrong([])
    const answer = await send({ id: record.id, command: made.command })
    if (!answer.ok) return setFailure(answer.failure)
    await draft.drop()
    announce(t('bounce.recorded'))
    onDone()
  }
  useCommands([{ id: 'record-bounce', label: t('bounce.record'), keys: 'Ctrl Enter', run: () => void save() }])

  const words: Readonly<Record<BounceField, string>> = {
    reason: t('bounce.pickReason'),
    seen: t('bounce.saySeen'),
    action: t('bounce.pickAction'),
    what: t('failure.refused.say_what_will_differ'),
    owner: t('bounce.pickOwner'),
    dueAt: t('record.do.momentNeeded'),
  }
  const findError = (field: BounceField | 'change'): string | undefined =>
    (wrong as readonly string[]).includes(field)
      ? words[field as BounceField]
      : (describeFieldFailure(t, failure, field) ?? describeFieldFailure(t, failure, `command.${field}`))
  const elsewhere =
    failure !== null && !(['reason', 'seen', 'change', 'action', 'what', 'owner', 'dueAt'] as const).some((field) => findError(field))
  return (
    <form
      className="form-page"
      aria-labelledby="bounce-title"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <header className="page-head">
        <h1 id="bounce-title">{t('bounce.title')}</h1>
        <p>
          <bdi dir="auto">{record.label}</bdi>, {t('bounce.number', { number: record.number })}.{' '}
          <FromTo from={record.from} to={record.to} fromWord={t('record.from')} toWord={t('record.to')} />. {t('bounce.lead')}
        </p>
        <DraftNote>{draft.savedAt !== null && t('frame.draftSaved', { time: formatTime(draft.savedAt, zone) })}</DraftNote>
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
        {...(elsewhere ? { why: describeFailure(t, failure) } : {})}
        actions={
          <>
            <Button look="do" size="tall" type="submit" keys="Ctrl Enter" busy={sending}>
              {t('bounce.record')}
            </Button>
            <Button size="tall" keys="Esc" onPress={onDone}>
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

import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import { BOUNCE_SIDES, type BounceSide } from '#shared/domain/core/vocabulary'
import { FailureLine, describeFieldFailure, ROUTES, useCall, useDraft } from '../../office'
import { announce, Button, Choices, Field, FormPage, FormPageRow, PageHead, focusFirstError, useCommands } from '../../ui'
import type { BounceReason } from './ReasonTable'
import { RetireReason } from './RetireReason'

interface ReasonFormValues {
  readonly side: BounceSide
  readonly label: string
  readonly seen: string
  readonly change: string
}

/** One reason: its words, its side while that may change, and whether it is still used. `reason` null: a new one. */
export function ReasonForm({ reason }: { readonly reason: BounceReason | null }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [initial] = useState<ReasonFormValues>({
    side: reason?.side ?? 'provider',
    label: reason?.label ?? '',
    seen: reason?.seen ?? '',
    change: reason?.change ?? '',
  })
  const draft = useDraft<ReasonFormValues>(`reason:${reason?.code ?? 'new'}`, initial)
  const { send, sending } = useCall('bounceReason.save')
  const [failure, setFailure] = useState<Failure | null>(null)
  const typed = draft.value
  const back = () => go(ROUTES.reasons)
  const set = (part: Partial<ReasonFormValues>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const save = async () => {
    const { side, label, seen, change } = typed
    const answer = await send({ code: reason?.code ?? null, side, label, seen, change })
    if (!answer.ok) {
      setFailure(answer.failure)
      return focusFirstError()
    }
    await draft.drop()
    announce(t(reason ? 'reasons.form.saved' : 'reasons.form.added'))
    back()
  }
  useCommands([
    { id: 'save-reason', label: t(reason ? 'reasons.form.save' : 'reasons.form.addIt'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'leave-reason', label: t('reasons.form.leave'), keys: 'Esc', run: back },
  ])
  const taken = failure?.kind === 'refused' && failure.reason === 'name_taken'
  const wrong = (field: keyof ReasonFormValues) =>
    taken && field === 'label' ? t('reasons.taken') : describeFieldFailure(t, failure, field)
  const atField = (['side', 'label', 'seen', 'change'] as const).some((field) => wrong(field))
  if (!draft.ready) return null
  const line = (field: 'label' | 'seen' | 'change', hint?: string) => (
    <FormPageRow label={t(`reasons.form.${field}`)} hasError={Boolean(wrong(field))}>
      <Field
        label={t(`reasons.form.${field}`)}
        quietLabel
        value={typed[field]}
        onChange={(value) => set({ [field]: value })}
        error={wrong(field)}
        autoFocus={field === 'label'}
        {...(hint ? { hint } : {})}
      />
    </FormPageRow>
  )
  return (
    <>
      <PageHead
        title={reason ? <bdi dir="auto">{reason.label}</bdi> : t('reasons.form.new')}
        actions={<Button onPress={back}>{t('reasons.back')}</Button>}
      />
      <FormPage>
        <form
          aria-label={reason?.label ?? t('reasons.form.new')}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            void save()
          }}
        >
          {line('label')}
          <FormPageRow label={t('reasons.form.side')} hasError={Boolean(wrong('side'))}>
            {reason?.sideSettled ? (
              <>
                <p className="answered">{t(`vocabulary.side.${reason.side}`)}</p>
                <p className="second">{t(reason.needed ? 'reasons.form.sideNeeded' : 'reasons.form.sideStays')}</p>
              </>
            ) : (
              <Choices
                label={t('reasons.form.side')}
                quietLabel
                value={typed.side}
                onChange={(side) => set({ side })}
                error={wrong('side')}
                options={BOUNCE_SIDES.map((value) => ({ value, label: t(`vocabulary.side.${value}`) }))}
              />
            )}
          </FormPageRow>
          {line('seen', t('reasons.form.seenHint'))}
          {line('change', t('reasons.form.changeHint'))}
          <FormPageRow label="">
            <p className="acts flush">
              <Button look="do" keys="Ctrl Enter" busy={sending} onPress={() => void save()}>
                {t(reason ? 'reasons.form.save' : 'reasons.form.addIt')}
              </Button>
              <Button look="bare" keys="Esc" onPress={back}>
                {t('reasons.form.leave')}
              </Button>
              {draft.found && (
                <Button look="bare" onPress={() => void draft.drop()}>
                  {t('reasons.form.anew')}
                </Button>
              )}
            </p>
            {!atField && <FailureLine failure={failure} />}
          </FormPageRow>
        </form>
        {reason && <RetireReason reason={reason} onDone={back} />}
      </FormPage>
    </>
  )
}

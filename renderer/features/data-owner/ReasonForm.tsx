import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { BOUNCE_SIDES, type BounceSide } from '#shared/domain/core/vocabulary'
import { ROUTES, useCall, useForm } from '../../office'
import { FormButtons } from '../../components'
import { Button, Choices, Field, FormPage, FormPageRow, PageHead } from '../../ui'
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
  const back = () => go(ROUTES.reasons)
  const { send } = useCall('bounceReason.save')
  const form = useForm({
    id: 'bounce-reason',
    of: reason?.code ?? 'new',
    initial: {
      side: reason?.side ?? 'provider',
      label: reason?.label ?? '',
      seen: reason?.seen ?? '',
      change: reason?.change ?? '',
    } as ReasonFormValues,
    send: (typed) => send({ code: reason?.code ?? null, ...typed }),
    describe: (failure) => (failure.kind === 'refused' && failure.reason === 'name_taken' ? t('reasons.taken') : undefined),
    announces: t(reason ? 'reasons.form.saved' : 'reasons.form.added'),
    onClose: back,
    keys: { send: t(reason ? 'reasons.form.save' : 'reasons.form.addIt'), close: t('reasons.form.leave') },
  })
  const { values: typed, change: set, error: wrong } = form
  if (!form.ready) return null
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
        <form aria-label={reason?.label ?? t('reasons.form.new')} {...form.props}>
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
            <FormButtons
              form={form}
              send={t(reason ? 'reasons.form.save' : 'reasons.form.addIt')}
              sendKeys="Ctrl Enter"
              cancel={t('reasons.form.leave')}
              flush
            >
              {form.restored && (
                <Button look="bare" onPress={form.startAnew}>
                  {t('reasons.form.anew')}
                </Button>
              )}
            </FormButtons>
          </FormPageRow>
        </form>
        {reason && <RetireReason reason={reason} onDone={back} />}
      </FormPage>
    </>
  )
}

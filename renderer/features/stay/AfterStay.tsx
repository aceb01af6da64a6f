import { useTranslation } from 'react-i18next'
import type { StayView } from '#shared/contract/person/stay'
import { readNow, useCall, useForm, useZone } from '../../office'
import { FormButtons, MomentField, parseMoment, toTypedMoment, type TypedMoment } from '../../components'
import { Choices, Field, FormPageHead, FormPageRow, Loading } from '../../ui'
import { isEmptyMoment } from './BeginStay'

const NO_MOMENT: TypedMoment = { date: '', time: '' }
type ContactWish = 'yes' | 'no' | 'not_asked'
const CONTACT_WISH_VALUES: Readonly<Record<ContactWish, boolean | null>> = { yes: true, no: false, not_asked: null }

/** Contact after a stay goes on if the person wants it, and then has a date (A3). */
export function AfterStay({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { wants, words, nextAt } = stay.after
  const { send } = useCall('stay.saveLaterContact')
  const isWrong = (wish: ContactWish, next: TypedMoment) => wish === 'yes' && !isEmptyMoment(next) && !parseMoment(next, readNow(), zone).ok
  const form = useForm({
    id: 'after-stay',
    of: stay.id,
    initial: {
      wants: (wants === null ? 'not_asked' : wants ? 'yes' : 'no') as ContactWish,
      words,
      next: nextAt === null ? NO_MOMENT : toTypedMoment(nextAt, readNow(), zone),
    },
    validate: (typed) => ({ next: isWrong(typed.wants, typed.next) && t('failure.refused.no_such_time') }),
    send: (typed) => {
      const at = typed.wants !== 'yes' || isEmptyMoment(typed.next) ? null : parseMoment(typed.next, readNow(), zone)
      return send({
        id: stay.id,
        wants: CONTACT_WISH_VALUES[typed.wants],
        words: typed.words,
        nextContactAt: at?.ok ? at.value : null,
      })
    },
    findField: (path) => (path === 'nextContactAt' ? 'next' : null),
    announces: t('stay.afterwards.saved'),
    afterSend: 'keep',
  })
  const { values: value, change: set } = form
  if (!form.ready) return <Loading>{t('stay.her.loading')}</Loading>
  const wrong = form.error('next')
  return (
    <form {...form.props}>
      <FormPageHead margin={t('stay.page.afterMargin')}>{t('stay.afterwards.title')}</FormPageHead>
      <FormPageRow label="">
        <Choices
          label={t('stay.afterwards.ask')}
          value={value.wants}
          options={[
            { value: 'yes', label: t('stay.afterwards.yes') },
            { value: 'no', label: t('stay.afterwards.no') },
            { value: 'not_asked', label: t('stay.afterwards.notAsked') },
          ]}
          onChange={(next) => set({ wants: next })}
        />
      </FormPageRow>
      {value.wants === 'yes' && (
        <FormPageRow label="" hasError={Boolean(wrong)}>
          <Field
            label={t('stay.afterwards.words')}
            hint={t('stay.afterwards.wordsHint')}
            value={value.words}
            onChange={(typed) => set({ words: typed })}
          />
          <MomentField
            label={t('stay.afterwards.next')}
            value={value.next}
            onChange={(next) => set({ next })}
            error={wrong}
            dateLabel={t('stay.afterwards.date')}
            timeLabel={t('stay.afterwards.time')}
          />
        </FormPageRow>
      )}
      <FormPageRow label="">
        <FormButtons form={form} send={t('stay.afterwards.save')} size="tall" flush />
      </FormPageRow>
    </form>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { StayView } from '#shared/contract/stay'
import { FailureLine, describeFieldFailure, readNow, useCall, useDraft, useZone } from '../../office'
import {
  announce,
  Button,
  Choices,
  Field,
  parseMoment,
  FormPageHead,
  FormPageRow,
  Loading,
  MomentField,
  focusFirstError,
  toTypedMoment,
} from '../../ui'
import { isEmptyMoment } from './BeginStay'

type ContactWish = 'yes' | 'no' | 'not_asked'
const CONTACT_WISH_VALUES: Readonly<Record<ContactWish, boolean | null>> = { yes: true, no: false, not_asked: null }

/** Contact after a stay goes on if the person wants it, and then has a date (A3). */
export function AfterStay({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { wants, words, nextAt } = stay.after
  const [initial] = useState(() => ({
    wants: (wants === null ? 'not_asked' : wants ? 'yes' : 'no') as ContactWish,
    words,
    next: nextAt === null ? { date: '', time: '' } : toTypedMoment(nextAt, readNow(), zone),
  }))
  const { value, change, drop, ready } = useDraft(`after:${stay.id}`, initial)
  const { send, sending } = useCall('stay.saveLaterContact')
  const [noTime, setNoTime] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<typeof value>) => {
    change((before) => ({ ...before, ...part }))
    setNoTime(false)
    setFailure(null)
  }
  const save = async () => {
    const at = value.wants !== 'yes' || isEmptyMoment(value.next) ? null : parseMoment(value.next, readNow(), zone)
    setNoTime(at !== null && !at.ok)
    if (at !== null && !at.ok) return focusFirstError()
    const answer = await send({
      id: stay.id,
      wants: CONTACT_WISH_VALUES[value.wants],
      words: value.words,
      nextContactAt: at === null ? null : at.value,
    })
    if (!answer.ok) {
      setFailure(answer.failure)
      return focusFirstError()
    }
    await drop()
    return announce(t('stay.afterwards.saved'))
  }
  if (!ready) return <Loading>{t('stay.her.loading')}</Loading>
  const wrong = noTime ? t('failure.refused.no_such_time') : describeFieldFailure(t, failure, 'nextContactAt')
  return (
    <>
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
        <p className="acts flush">
          <Button look="do" size="tall" busy={sending} onPress={() => void save()}>
            {t('stay.afterwards.save')}
          </Button>
        </p>
        {failure && !wrong && <FailureLine failure={failure} />}
      </FormPageRow>
    </>
  )
}

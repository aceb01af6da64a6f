import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import type { StayView } from '#shared/contract/stay'
import { FailureLine, fieldWords, nowOf, useCall, useDraft, useZone } from '../../office'
import { announce, Button, Choices, Field, instantOf, LeafHead, LeafRow, Loading, MomentField, toFirstWrong, typedOf } from '../../ui'
import { isEmptyMoment } from './BeginStay'

type Wants = 'yes' | 'no' | 'not_asked'
const WANTS: Readonly<Record<Wants, boolean | null>> = { yes: true, no: false, not_asked: null }

/** A3: contact after she has left goes on if she wants it, and then it has a day. */
export function After({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { wants, words, nextAt } = stay.after
  const [initial] = useState(() => ({
    wants: (wants === null ? 'not_asked' : wants ? 'yes' : 'no') as Wants,
    words,
    next: nextAt === null ? { date: '', time: '' } : typedOf(nextAt, nowOf(), zone),
  }))
  const { value, change, drop, ready } = useDraft(`after:${stay.id}`, initial)
  const { send, sending } = useCall('stay.after')
  const [noTime, setNoTime] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<typeof value>) => {
    change((before) => ({ ...before, ...part }))
    setNoTime(false)
    setFailure(null)
  }
  const save = async () => {
    const at = value.wants !== 'yes' || isEmptyMoment(value.next) ? null : instantOf(value.next, nowOf(), zone)
    setNoTime(at !== null && !at.ok)
    if (at !== null && !at.ok) return toFirstWrong()
    const answer = await send({ id: stay.id, wants: WANTS[value.wants], words: value.words, nextContactAt: at === null ? null : at.value })
    if (!answer.ok) {
      setFailure(answer.failure)
      return toFirstWrong()
    }
    await drop()
    return announce(t('stay.afterwards.saved'))
  }
  if (!ready) return <Loading>{t('stay.her.loading')}</Loading>
  const wrong = noTime ? t('failure.refused.no_such_time') : fieldWords(t, failure, 'nextContactAt')
  return (
    <>
      <LeafHead margin={t('stay.page.afterMargin')}>{t('stay.afterwards.title')}</LeafHead>
      <LeafRow label="">
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
      </LeafRow>
      {value.wants === 'yes' && (
        <LeafRow label="" wrong={Boolean(wrong)}>
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
        </LeafRow>
      )}
      <LeafRow label="">
        <p className="acts flush">
          <Button look="do" size="tall" busy={sending} onPress={() => void save()}>
            {t('stay.afterwards.save')}
          </Button>
        </p>
        {failure && !wrong && <FailureLine failure={failure} />}
      </LeafRow>
    </>
  )
}

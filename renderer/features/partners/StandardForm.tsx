import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import type { PartnerView } from '#shared/contract/partners'
import { startOfDay } from '#shared/domain/moment'
import { STANDARD_MODES, type StandardMode } from '#shared/domain/vocabulary'
import { failureWords, fieldWords, nowOf, useCall, useZone } from '../../office'
import { Button, Choices, Field, instantOf } from '../../ui'

/** C2: an own standard from a day on. What runs already keeps the one it began under. */
export function StandardForm({ partner, onClose }: { readonly partner: PartnerView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { send, sending } = useCall('partner.setStandard')
  const [mode, setMode] = useState<StandardMode>('measured')
  const [hours, setHours] = useState(String(partner.inForce.hours))
  const [from, setFrom] = useState('today')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  const count = mode === 'pilot' ? 24 : Number(hours)
  // The middle of the day exists on every date; its standard begins with the day.
  const noon = instantOf({ date: from, time: '12:00' }, nowOf(), zone)
  const hoursWrong =
    checked && !(Number.isInteger(count) && count >= 1 && count <= 168)
      ? t('partners.wrong.hours')
      : fieldWords(t, failure, 'standard.hours')
  const fromWrong = checked && !noon.ok ? t('partners.wrong.from') : fieldWords(t, failure, 'from') && t('partners.wrong.earlier')
  const save = async () => {
    setChecked(true)
    if (!noon.ok || !(Number.isInteger(count) && count >= 1 && count <= 168)) return
    const answer = await send({ id: partner.id, standard: { from: startOfDay(noon.value, zone), hours: count, mode } })
    if (answer.ok) onClose()
    else setFailure(answer.failure)
  }
  return (
    <form
      className="stack"
      aria-label={t('partners.ownStandard')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <Choices
        label={t('partners.mode')}
        look="tight"
        value={mode}
        onChange={setMode}
        options={STANDARD_MODES.map((value) => ({ value, label: t(`word.standardMode.${value}`) }))}
      />
      <p className="second">{t(`partners.modeIs.${mode}`)}</p>
      {mode !== 'pilot' && (
        <Field
          label={t('partners.hours')}
          className="clock"
          dir="ltr"
          value={hours}
          onChange={(next) => {
            setHours(next)
            setFailure(null)
          }}
          error={hoursWrong}
        />
      )}
      <Field
        label={t('partners.from')}
        value={from}
        onChange={(next) => {
          setFrom(next)
          setFailure(null)
        }}
        error={fromWrong}
        hint={t('partners.fromHint')}
      />
      <p className="acts">
        <Button onPress={() => void save()} busy={sending}>
          {t('partners.setIt')}
        </Button>
        <Button look="bare" onPress={onClose}>
          {t('partners.leave')}
        </Button>
      </p>
      {failure && !hoursWrong && !fromWrong && (
        <p className="error" role="alert">
          {failureWords(t, failure)}
        </p>
      )}
    </form>
  )
}

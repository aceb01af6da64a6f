import { useTranslation } from 'react-i18next'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { readNow, useZone } from '../../office'
import { MomentField, parseMoment, toTypedMoment, type TypedMoment } from '../../components'
import { Button } from '../../ui'

/** When it was told: now, until the worker says that it was earlier (C8). */
export function EarlierMoment({
  label,
  value,
  onChange,
  error,
}: {
  readonly label: string
  /** Null: now. */
  readonly value: TypedMoment | null
  readonly onChange: (at: TypedMoment) => void
  readonly error: string | undefined
}) {
  const { t } = useTranslation()
  const zone = useZone()
  return value === null ? (
    <Button look="bare" onPress={() => onChange(toTypedMoment(readNow(), readNow(), zone))}>
      {t('releases.tellEarlier')}
    </Button>
  ) : (
    <MomentField label={label} value={value} onChange={onChange} error={error} />
  )
}

/** The instant of what was typed (UTC ms); null where it was now, or is no moment. */
export function readOptionalMoment(typed: TypedMoment | null, zone: Zone): Instant | null {
  const at = typed && parseMoment(typed, readNow(), zone)
  return at?.ok ? at.value : null
}

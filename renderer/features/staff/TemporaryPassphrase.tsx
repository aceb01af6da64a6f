import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { Button, PageHead } from '../../ui'
import css from './staff.module.css'

export interface IssuedPassphrase {
  readonly name: string
  readonly passphrase: string
  readonly until: number
}

/** The five words, shown once (K4). They are in no cache of the window: with this panel they are gone. */
export function TemporaryPassphrase({ issued, onDone }: { readonly issued: IssuedPassphrase; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => words.current?.focus(), [])
  return (
    <>
      <PageHead title={t('staff.words.title', { name: issued.name })} />
      <div className={css.words}>
        {/* First in the order for screen readers: these are read out and written down. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <p ref={words} className={css.five} tabIndex={-1} dir="ltr">
          {issued.passphrase}
        </p>
        <p>{t('staff.words.say', { when: formatDayAndTime(issued.until, now, zone) })}</p>
        <p className="second">{t('staff.words.then')}</p>
        <p className="acts">
          <Button look="do" size="tall" onPress={onDone}>
            {t('staff.words.done')}
          </Button>
        </p>
      </div>
    </>
  )
}

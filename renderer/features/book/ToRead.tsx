import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import { clockTime } from '#shared/domain/wording'
import { failureWords, useCall, useMinute, useOffice, useZone } from '../../office'
import { BookLine, BookList, Button } from '../../ui'
import { Told } from './Told'
import css from './Book.module.css'

/** Section 13: what a director has to read, with the reasons in the writer's own words. */
export function ToRead() {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { value: rows = [] } = useOffice('audit.toRead', {})
  const { send, sending } = useCall('audit.read')
  const [failure, setFailure] = useState<Failure | null>(null)
  const read = async () => {
    const answer = await send({ upTo: Math.max(...rows.map(({ no }) => no)) })
    setFailure(answer.ok ? null : answer.failure)
  }
  return (
    <section className={css.looked} aria-labelledby="to-read">
      <h2 id="to-read">
        <span className="m">{t('book.toRead.margin')}</span>
        <span>
          {t('book.toRead.title')}{' '}
          <span className="muted">{rows.length === 0 ? t('book.toRead.none') : t('book.toRead.count', { count: rows.length })}</span>
        </span>
      </h2>
      {rows.length > 0 && (
        <>
          <BookList label={t('book.toRead.title')} className={css.checks}>
            {rows.map((row) => (
              <BookLine key={row.no} time={clockTime(row.at, now, zone)}>
                <Told row={row} />
              </BookLine>
            ))}
          </BookList>
          <p className={`${css.under} no-print`}>
            <Button busy={sending} onPress={() => void read()}>
              {t('book.toRead.read')}
            </Button>
          </p>
        </>
      )}
      {failure && (
        <p className={`error ${css.line}`} role="alert">
          {failureWords(t, failure)}
        </p>
      )}
    </section>
  )
}

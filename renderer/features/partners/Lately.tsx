import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import { marginTime } from '#shared/domain/wording'
import { useMinute, useZone } from '../../office'
import { BookLine, BookList, Name, recordPlace } from '../../ui'

/** H6: the last enquiries of theirs: about whom, and who answered. */
export function Lately({ lines }: { readonly lines: Output<'partner.enquiry'>['lately'] }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <section aria-labelledby="lately">
      <h2 id="lately">{t('partners.lately.title')}</h2>
      {lines.length === 0 ? (
        <p className="second">{t('partners.lately.none')}</p>
      ) : (
        <BookList tight>
          {lines.map(({ at, by, about }) => (
            <BookLine key={`${at} ${about?.handoffId ?? ''}`} time={marginTime(at, now, zone)}>
              {about ? (
                <>
                  {t('partners.lately.about')}{' '}
                  <Link href={recordPlace(about.handoffId)}>
                    <Name>{about.label}</Name>
                  </Link>{' '}
                  {t(`partners.lately.said.${about.said}`, { who: by })}
                </>
              ) : (
                t('partners.lately.notThem', { who: by })
              )}
            </BookLine>
          ))}
        </BookList>
      )}
    </section>
  )
}

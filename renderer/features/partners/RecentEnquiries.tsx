import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import { formatMarginTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { Name, linkToRecord } from '../../components'
import { TimelineLine, Timeline } from '../../ui'

/** The partner's last enquiries: about whom, and who answered (H6). */
export function RecentEnquiries({ lines }: { readonly lines: Output<'partner.enquiry'>['lately'] }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <section aria-labelledby="lately">
      <h2 id="lately">{t('partners.lately.title')}</h2>
      {lines.length === 0 ? (
        <p className="second">{t('partners.lately.none')}</p>
      ) : (
        <Timeline tight>
          {lines.map(({ at, by, about }) => (
            <TimelineLine key={`${at} ${about?.handoffId ?? ''}`} time={formatMarginTime(at, now, zone)}>
              {about ? (
                <>
                  {t('partners.lately.about')}{' '}
                  <Link href={linkToRecord(about.handoffId)}>
                    <Name>{about.label}</Name>
                  </Link>{' '}
                  {t(`partners.lately.said.${about.said}`, { who: by })}
                </>
              ) : (
                t('partners.lately.notThem', { who: by })
              )}
            </TimelineLine>
          ))}
        </Timeline>
      )}
    </section>
  )
}

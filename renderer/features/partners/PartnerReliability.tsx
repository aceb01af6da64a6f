import { useTranslation } from 'react-i18next'
import type { ReliabilityView } from '#shared/contract/office/partner'
import type { PartnerId } from '#shared/domain/core/ids'
import { formatElapsed } from '#shared/domain/core/wording'
import { useOffice } from '../../office'

/** The partner's reliability as sentences, from our own records alone; fewer than five cases say nothing. */
export function PartnerReliability({ id }: { readonly id: PartnerId }) {
  const { t } = useTranslation()
  const card = useOffice('partner.reliability', { id }).value
  if (!card) return null
  const lines = listReliabilityLines(card)
  return (
    <section className="tells-part" aria-labelledby="goes">
      <h2 id="goes">{t('partners.goes.title')}</h2>
      {lines.length > 0 && (
        <ul className="tells">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="second">{t(lines.length > 0 ? 'partners.goes.from' : 'partners.goes.nothing')}</p>
    </section>
  )

  function listReliabilityLines({ answers, sent, cameBack, safeHours, taken }: ReliabilityView): readonly string[] {
    const within = (ms: number | null) => (ms === null ? '' : t('partners.goes.within', { length: formatElapsed(ms) }))
    return [
      answers && t('partners.goes.answers', { ...answers, within: within(answers.medianMs) }),
      sent && [t('partners.goes.sent', { sent: sent.sent }), inTime(sent)].filter(Boolean).join(' '),
      cameBack &&
        (cameBack.count === 0
          ? t('partners.goes.noneBack')
          : t('partners.goes.back', {
              count: cameBack.count,
              list: cameBack.reasons.map(({ reason, count }) => t('partners.goes.reason', { reason, count })).join(', '),
            })),
      safeHours && t('partners.goes.safeHours', safeHours),
      taken && t('partners.goes.taken', { ...taken, within: within(taken.medianMs) }),
      taken && taken.full > 0 && t('partners.goes.full', { count: taken.full }),
    ].filter((line): line is string => typeof line === 'string')
  }

  function inTime({ decided, inTime: reached, hours }: NonNullable<ReliabilityView['sent']>): string {
    if (reached === null) return ''
    return hours === null ? t('partners.goes.inTime', { reached, decided }) : t('partners.goes.inHours', { reached, decided, hours })
  }
}

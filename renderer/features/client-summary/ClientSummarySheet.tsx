import { useTranslation } from 'react-i18next'
import type { ClientSummary } from '#shared/contract/person/client-summary'
import { formatLongDay, formatTime } from '#shared/domain/core/wording'
import { useZone } from '../../office'
import css from './client-summary.module.css'

/** The sheet itself, in large plain words. A printed sheet has no "today", so dates are complete. */
export function ClientSummarySheet({ page }: { readonly page: ClientSummary }) {
  const { t } = useTranslation()
  const zone = useZone()
  const moment = (at: number) => `${formatLongDay(at, zone)}, ${formatTime(at, zone)}`
  return (
    <article className={css.sheet} aria-labelledby="her-sheet">
      <h2 id="her-sheet">{t('clientSummary.sheet.title', { day: formatLongDay(page.heldAt, zone) })}</h2>
      <section>
        <h3>{t('clientSummary.sheet.plan')}</h3>
        {page.lines.length === 0 ? (
          <p>{t('clientSummary.sheet.nothing')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                {(['what', 'who', 'when'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`clientSummary.sheet.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.lines.map((line) => (
                <tr key={line.no}>
                  <th scope="row" dir="auto">
                    {line.what}
                  </th>
                  <td dir="auto">{line.who}</td>
                  <td>{line.dueAt !== null && moment(line.dueAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {page.papers.length > 0 && (
        <section>
          <h3>{t('clientSummary.sheet.papers')}</h3>
          <ul>
            {page.papers.map((paper) => (
              <li key={paper} dir="auto">
                {paper}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('clientSummary.sheet.next')}</h3>
        <p dir="auto">
          {page.next === null
            ? t('clientSummary.sheet.nextOpen')
            : page.next === 'none'
              ? t('clientSummary.sheet.nextNone')
              : t('clientSummary.sheet.nextAt', {
                  day: formatLongDay(page.next.at, zone),
                  time: formatTime(page.next.at, zone),
                  lead: page.next.lead,
                })}
        </p>
      </section>
      <section>
        <h3>{t('clientSummary.sheet.reach')}</h3>
        <p dir="auto" className={page.reach === '' ? css.blank : undefined}>
          {t('clientSummary.sheet.call')} {page.reach !== '' && <b>{page.reach}</b>}
        </p>
        <ul>
          {page.people.map(({ no, name, phone }) => (
            <li key={no} dir="auto">
              <bdi>{name}</bdi>
              {phone !== '' && <bdi className={css.phone}>{phone}</bdi>}
            </li>
          ))}
        </ul>
      </section>
      {page.interpreter !== '' && <p dir="auto">{t('clientSummary.sheet.interpreter', { language: page.interpreter })}</p>}
      <p>{t('clientSummary.sheet.yours')}</p>
    </article>
  )
}

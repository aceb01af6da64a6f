import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { ReleasePaper } from '#shared/contract/person/release-paper'
import { toLocalTime } from '#shared/domain/core/moment'
import { formatLongDay, formatTime } from '#shared/domain/core/wording'
import { describeFailure, readNow, ROUTES, useOffice, useZone } from '../../office'
import { Button, EmptyState, Loading } from '../../ui'
import { PrintHead } from './PrintHead'
import css from './client-summary.module.css'

/** The page '#/people/<id>/releases/<id>/paper': the sheet that the person signs by hand (section 8). */
export function ReleasePaperPage() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id: string }>()
  const { value: paper, failure } = useOffice('releasePaper.read', { id })
  if (paper === undefined)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        <h1 className="hidden">{t('releasePaper.title')}</h1>
        {failure ? (
          <EmptyState title={describeFailure(t, failure)} action={<Button onPress={() => go(ROUTES.people)}>{t('people.back')}</Button>} />
        ) : (
          <Loading>{t('releasePaper.loading')}</Loading>
        )}
      </main>
    )
  return (
    <main id="main" className={`main ${css.page}`} tabIndex={-1}>
      <PrintHead sheet="releasePaper" id={paper.id} onBack={() => go(ROUTES.release(paper.personId, paper.id))}>
        {(paper.revoked || paper.expiresAt <= readNow()) && <p>{t('releasePaper.ended')}</p>}
      </PrintHead>
      <ReleasePaperSheet paper={paper} />
    </main>
  )
}

const RIGHTS = ['told', 'back', 'free'] as const

function ReleasePaperSheet({ paper }: { readonly paper: ReleasePaper }) {
  const { t } = useTranslation()
  const zone = useZone()
  const moment = (at: number) => `${formatLongDay(at, zone)} ${toLocalTime(at, zone).date.slice(0, 4)}, ${formatTime(at, zone)}`
  const said = (text: string) => text || t('releasePaper.sheet.nothing')
  const terms = [
    ['house', paper.house],
    ['to', t('releasePaper.sheet.toWho', { organisation: paper.organisation, recipient: paper.recipient })],
    ['purpose', said(paper.purpose)],
    ['may', said(paper.may)],
    ['mayNot', said(paper.mayNot)],
    ['ways', paper.ways.map((way) => t(`releasePaper.way.${way}`)).join(', ')],
    ['from', moment(paper.startsAt)],
    ['until', moment(paper.expiresAt)],
    ...(paper.otherWays ? [['otherWays', paper.otherWays] as const] : []),
    ...(paper.language ? [['language', paper.language] as const] : []),
    ...(paper.interpreter ? [['interpreter', paper.interpreter] as const] : []),
  ] as const
  const parent = paper.parent ? t('releasePaper.sheet.signs.parentNamed', { name: paper.parent }) : t('releasePaper.sheet.signs.parent')
  const signs = [t('releasePaper.sheet.signs.her'), ...(paper.parent === null ? [] : [parent]), t('releasePaper.sheet.signs.witness')]
  return (
    <article className={`${css.sheet} ${css.form}`} aria-labelledby="release-sheet">
      <h2 id="release-sheet">{t('releasePaper.sheet.title')}</h2>
      <p className={css.blank}>{t('releasePaper.sheet.name')}</p>
      <dl>
        {terms.map(([term, text]) => (
          <div key={term}>
            <dt>{t(`releasePaper.sheet.${term}`)}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h3>{t('releasePaper.sheet.rightsTitle')}</h3>
        <ul className={css.rights}>
          {RIGHTS.map((right) => (
            <li key={right}>{t(`releasePaper.sheet.rights.${right}`)}</li>
          ))}
        </ul>
      </section>
      <div className={css.signs}>
        {signs.map((sign) => (
          <p key={sign} dir="auto">
            <span>{sign}</span>
            <span>{t('releasePaper.sheet.date')}</span>
          </p>
        ))}
      </div>
    </article>
  )
}

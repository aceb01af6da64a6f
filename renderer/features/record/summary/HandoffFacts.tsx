import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RecordView } from '#shared/contract/handoff/record'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useZone } from '../../../office'
import css from './record.module.css'

/** What the handoff is about, in one quiet row of pairs. */
export function HandoffFacts({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const pairs: (readonly [string, string] | false)[] = [
    [t('record.facts.help'), record.helps.map((help) => t(`word.help.${help}`)).join(', ')],
    [t('record.facts.prompt'), t(`word.prompt.${record.prompt}`)],
    [t('record.facts.owner'), record.assignedTo.name],
    record.supporting.length > 0 && [t('record.facts.supporting'), record.supporting.map(({ name }) => name).join(', ')],
    record.direction !== 'incoming' && [t('record.facts.permission'), t(`record.permission.${record.permission}`)],
    record.direction !== 'incoming' && [
      t('record.facts.acceptance'),
      record.acceptance
        ? t('record.acceptance', { who: record.acceptance.by, when: formatDayAndTime(record.acceptance.at, now, zone) })
        : t('record.notAccepted', { owner: record.assignedTo.name }),
    ],
    record.sourcePartner !== null && [t('record.facts.mayTell'), t(`word.mayTell.${record.mayTellSource}`)],
  ]
  return (
    <dl className={css.facts}>
      {pairs
        .filter((pair) => pair !== false)
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi dir="auto">{text}</bdi>
            </dd>
          </div>
        ))}
      <div>
        <dt>{t('releases.section')}</dt>
        <dd>
          <Link href={ROUTES.releases(record.personId)}>{t('releases.open')}</Link>
        </dd>
      </div>
    </dl>
  )
}

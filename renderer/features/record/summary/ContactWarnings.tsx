import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { isEnded } from '#shared/domain/handoff/state-questions'
import { Icon, type IconName } from '../../../ui'
import css from './record.module.css'

/**
 * P8: the note, and what must not be overlooked before the person is contacted. It stands beside the action button, above the fold.
 * `withRules`: the warnings too; the safety question shows them itself.
 */
export function ContactWarnings({ record, withRules }: { readonly record: RecordView; readonly withRules: boolean }) {
  const { t } = useTranslation()
  const { plan, note } = record
  const phones = plan?.ways.filter((way) => way.kind === 'phone') ?? []
  const isOurs = withRules && record.direction === 'incoming' && !isEnded(record.state)
  const isWithoutCalls = plan !== null && plan.allowed.length > 0 && !plan.allowed.includes('call') && phones.length > 0
  const lines: (readonly [string, IconName, ReactNode] | false)[] = [
    isOurs &&
      isWithoutCalls && [
        'only',
        'stopline',
        <b key="only">{t(plan.allowed.includes('text') ? 'record.warn.textOnly' : 'record.warn.noCalls')}</b>,
      ],
    isOurs && phones.some((way) => way.whose === 'shared') && ['shared', 'ask', t('record.rules.shared')],
    isOurs && phones.some((way) => way.whose === 'someone_elses') && ['else', 'ask', t('record.rules.someoneElse')],
    isOurs && plan?.rules.monitoringWorry === true && ['watched', 'eye', t('record.rules.monitoring')],
    note !== '' && [
      'note',
      'note',
      <bdi key="note" dir="auto">
        {note}
      </bdi>,
    ],
  ]
  const shown = lines.filter((line) => line !== false)
  if (shown.length === 0) return null
  return (
    <ul className={css.warnings} aria-label={t('record.warn.label')}>
      {shown.map(([key, icon, text]) => (
        <li key={key}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

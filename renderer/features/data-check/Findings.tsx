import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { formatDay } from '#shared/domain/core/wording'
import { FailureLine, useCall, useMinute, useZone } from '../../office'
import { announce, Button, Icon, useCommands } from '../../ui'
import { describeFinding, listReportedFindings, type CheckResult } from './finding-words'
import css from './data-check.module.css'

/** The findings that a director can explain; an explanation does not repair the others. */
const EXPLAINED = ['missing', 'replaced', 'nothing_remembered']

/** Each finding: what happened, what is safe, what to do now. */
export function Findings({ verdict, onExplained }: { readonly verdict: CheckResult; readonly onExplained: () => Promise<void> }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('audit.explain')
  const [failure, setFailure] = useState<Failure | null>(null)
  const kinds = verdict.findings.map(({ kind }) => kind)
  const explainable = kinds.some((kind) => EXPLAINED.includes(kind))
  const backup = kinds.includes('missing') || kinds.includes('replaced')
  const explain = async (why: 'backup_put_back' | 'other') => {
    const answer = await send({ why })
    setFailure(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    announce(t('activityLog.explain.done'))
    await onExplained()
  }
  const actions = [
    ...(backup
      ? [{ id: 'explain-backup', label: t('activityLog.explain.backup_put_back'), keys: '1', why: 'backup_put_back' } as const]
      : []),
    { id: 'explain-other', label: t('activityLog.explain.other'), keys: '2', why: 'other' } as const,
  ]
  useCommands(explainable ? actions.map(({ why, ...act }) => ({ ...act, run: () => void explain(why) })) : [])
  return (
    <>
      {listReportedFindings(verdict.findings).map((finding, index) => {
        const words = describeFinding(t, finding, now, zone)
        return (
          <section key={index} className={css.alarm} aria-labelledby={`found-${index}`}>
            <span className="m">{words.since !== undefined && `${t('activityLog.since')} ${formatDay(words.since, now, zone)}`}</span>
            <Icon name="ask" className="is-overdue" />
            <div>
              <h2 id={`found-${index}`}>{words.title}</h2>
              <p>{words.what}</p>
              <p className="second">
                {words.safe} {words.gone}
              </p>
              <p>{words.now}</p>
            </div>
          </section>
        )
      })}
      {explainable && (
        <div className={`${css.alarm} ${css.acts} no-print`}>
          <span />
          <span />
          <div>
            <p className="acts flush">
              {actions.map(({ id, label, keys, why }, index) => (
                <Button
                  key={id}
                  size="tall"
                  look={index === 0 ? 'do' : 'plain'}
                  keys={keys}
                  busy={sending}
                  onPress={() => void explain(why)}
                >
                  {label}
                </Button>
              ))}
            </p>
            <FailureLine failure={failure} />
            <p className="why">{t('activityLog.explain.note')}</p>
          </div>
        </div>
      )}
    </>
  )
}

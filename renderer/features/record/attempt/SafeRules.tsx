import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '#shared/contract/person/contact-plan'
import type { RecordView } from '#shared/contract/handoff/record'
import { formatDayAndTime, formatTime } from '#shared/domain/core/wording'
import { callOffice, useMinute, useZone } from '../../../office'
import { describeHours, OwnWords } from '../../../components'
import { HoldToShow, RuleItem, RuleList, type IconName, useHeldKey } from '../../../ui'
import { describeHoursToday } from '../summary/plan-words'

interface RuleLine {
  readonly icon: IconName
  readonly text: ReactNode
}
type PlanWay = PlanView['ways'][number]

/**
 * The person's rules, in view while the worker decides whether it is safe (P3). `way`: the number that is meant; otherwise all of them
 * apply.
 */
export function SafeRules({
  record,
  way,
  twoUp,
}: {
  readonly record: RecordView
  readonly way?: PlanWay | undefined
  readonly twoUp?: string | undefined
}) {
  const lines = useRuleLines(record, way)
  const { plan } = record
  return (
    <div className={twoUp}>
      <RuleList>
        {lines.map((line, index) => (
          <RuleItem key={index} icon={line.icon}>
            {line.text}
          </RuleItem>
        ))}
        {plan?.hasCodeWords && <CodeWords personId={record.personId} />}
      </RuleList>
    </div>
  )
}

function useRuleLines(record: RecordView, chosen: PlanWay | undefined): readonly RuleLine[] {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { plan } = record
  if (!plan) return []
  const { rules } = plan
  const time = formatTime(now, zone)
  const contacts = t(`handoffState.contacts.${record.reachBy}`)
  const phones = chosen ? [chosen] : plan.ways.filter((way) => way.kind === 'phone')
  const safe = rules.safeHours
  const hours = !plan.safeNow
    ? plan.nextSafe
      ? t('record.rules.closed', { when: formatDayAndTime(plan.nextSafe.from, now, zone) })
      : t('record.rules.closedFor')
    : safe.kind === 'times'
      ? t('record.rules.hours', { contacts, hours: describeHoursToday(t, safe, now, zone), now: time })
      : t(safe.kind === 'any' ? 'record.rules.any' : 'record.rules.unknown', { contacts, now: time })
  const lines: (RuleLine | false)[] = [
    record.stoppedAt !== null && { icon: 'stop', text: <b>{t('record.rules.stopped')}</b> },
    rules.mayContact === 'she_calls' && { icon: 'stopline', text: <b>{t('record.rules.sheCalls')}</b> },
    rules.mayContact === 'through_partner' && {
      icon: 'stopline',
      text: <b>{t('record.rules.throughPartner', { who: rules.relay?.who ?? record.from })}</b>,
    },
    plan.state !== 'verified' && {
      icon: 'ask',
      text: <b>{t(plan.state === 'expired' ? 'record.rules.expired' : 'record.rules.neutral')}</b>,
    },
    {
      icon: 'clock',
      text: (
        <>
          {hours} {rules.neverHours.length > 0 && <b>{t('record.rules.never', { hours: describeHours(t, rules.neverHours) })}</b>}
        </>
      ),
    },
    ...phones.slice(0, 2).map((way): RuleLine => ({
      icon: 'stopline',
      text: (
        <>
          {way.voicemail === 'agreed_words' ? (
            <>
              {t('record.rules.agreedWords')} <OwnWords>{way.agreedWords}</OwnWords>
            </>
          ) : (
            <b>{t(`vocabulary.voicemail.${way.voicemail}`)}.</b>
          )}{' '}
          {way.hideOurNumber && (way.rejectsHiddenNumbers ? <b>{t('record.rules.cannotHide')}</b> : t('record.rules.hide'))}{' '}
          {!way.hideOurNumber && way.rejectsHiddenNumbers && t('record.rules.rejects')}{' '}
          {way.whose === 'shared' && <b>{t('record.rules.shared')}</b>}
          {way.whose === 'someone_elses' && <b>{t('record.rules.someoneElse')}</b>}
        </>
      ),
    })),
    rules.ifSomeoneElse !== '' && {
      icon: 'message',
      text: (
        <>
          {t('record.rules.ifSomeoneElse')} <OwnWords>{rules.ifSomeoneElse}</OwnWords> {t('record.rules.andStop')}
        </>
      ),
    },
    rules.ifLineDrops !== '' && { icon: 'phone', text: <bdi dir="auto">{t('record.rules.lineDrops', { what: rules.ifLineDrops })}</bdi> },
    rules.nameToUse !== '' && { icon: 'people', text: <bdi dir="auto">{t('record.rules.name', { name: rules.nameToUse })}</bdi> },
    rules.whoMayAnswer !== '' && {
      icon: 'people',
      text: <bdi dir="auto">{t('record.rules.whoMayAnswer', { who: rules.whoMayAnswer })}</bdi>,
    },
    rules.monitoringWorry && { icon: 'eye', text: <b>{t('record.rules.monitoring')}</b> },
    rules.signal !== '' && { icon: 'phone', text: <bdi dir="auto">{t('record.rules.signal', { what: rules.signal })}</bdi> },
    (rules.speech === 'tty' || rules.speech === 'sign') && { icon: 'phone', text: <b>{t(`record.plan.speaks.${rules.speech}`)}</b> },
    rules.interpreter !== 'none' && {
      icon: 'message',
      text: (
        <bdi dir="auto">
          {t('record.rules.interpreter', {
            what: t(`vocabulary.interpreter.${rules.interpreter}`),
            language: [rules.language || t('word.notKnown'), rules.dialect].filter(Boolean).join(', '),
          })}
        </bdi>
      ),
    },
  ]
  return lines.filter((line) => line !== false)
}

/** A code word is read by a separate call, only while held, and is never part of the record (P3). */
function CodeWords({ personId }: { readonly personId: RecordView['personId'] }) {
  const { t } = useTranslation()
  const [pressed, setPressed] = useState(false)
  const held = useHeldKey('W') || pressed
  const [words, setWords] = useState<{ readonly safe: string; readonly notSafe: string; readonly police: string } | null>(null)
  useEffect(() => {
    if (!held) return
    let gone = false
    // Read anew each time, so that the plan with its numbers stays in no cache of this window.
    void callOffice('plan.read', { personId }).then((answer) => {
      if (!gone && answer.ok) setWords(answer.value?.plan.codeWords ?? null)
    })
    return () => {
      gone = true
      setWords(null)
    }
  }, [held, personId])
  const shown =
    held && words
      ? ([
          [t('record.rules.codeSafe'), words.safe],
          [t('record.rules.codeNotSafe'), words.notSafe],
          [t('record.rules.codePolice'), words.police],
        ] as const)
      : null
  return (
    <RuleItem icon="eye">
      {shown
        ? shown.map(([label, word]) => (
            <span key={label}>
              {label}: {word ? <OwnWords>{word}</OwnWords> : t('record.rules.codeNone')}.{' '}
            </span>
          ))
        : t('record.rules.code')}{' '}
      <HoldToShow label={t('record.rules.codeHold')} keys="W" onHold={setPressed} />
    </RuleItem>
  )
}

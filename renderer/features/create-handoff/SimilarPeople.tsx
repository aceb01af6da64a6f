import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { SimilarRecord } from '#shared/contract/handoff/handoff'
import type { PersonId } from '#shared/domain/core/ids'
import { formatDayAndTime, formatDay, getDueState } from '#shared/domain/core/wording'
import { isEnded } from '#shared/domain/handoff/state-questions'
import { ROUTES, useMinute, useOffice, useZone } from '../../office'
import { AnswerStatus, Mark, Name, linkToRecord, describeState } from '../../components'
import { Button, Checkbox, numberKey, useCommands } from '../../ui'
import type { HandoffPartProps } from './handoff-form'

/** Debounces a value: no call is made while the worker is still typing. */
function useDebounced<T>(value: T, quiet: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quiet)
    return () => clearTimeout(timer)
  }, [value, quiet])
  return settled
}

/** Shows similar people while typing (H3). They warn, never block; choosing one uses that person's contact plan. */
export function SimilarPeople({ form, set }: Pick<HandoffPartProps, 'form' | 'set'>) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<readonly PersonId[]>([])
  const now = useMinute()
  const zone = useZone()
  const typed = useDebounced(
    JSON.stringify([form.name.slice(0, 2_000), form.alias.slice(0, 2_000), form.numberIs === 'typed' ? form.number.slice(0, 400) : '']),
    150,
  )
  const [name = '', alias = '', phone = ''] = JSON.parse(typed) as string[]
  const asked = form.personId === null && `${name}${alias}${phone}`.trim().length > 1
  const { value } = useOffice('handoff.similar', { name, alias, phone }, { enabled: asked, keep: true })
  const similar = asked ? (value ?? []) : []
  const describeRecord = (one: SimilarRecord) =>
    `${one.label}${one.latest ? `, ${t('handoffState.number', { number: one.latest.number })}` : ''}`
  const listed = similar.map(({ personId }) => personId)
  const pair = listed.length === 2 ? listed : picked.filter((id) => listed.includes(id))
  // Of three, the two that were selected last are compared.
  const pick = (id: PersonId, on: boolean) => setPicked([...pair.filter((one) => one !== id), ...(on ? [id] : [])].slice(-2))
  const take = (one: SimilarRecord) =>
    set({
      personId: one.personId,
      personLabel: describeRecord(one),
      numberIs: 'as_in_plan',
      safeToCall: 'as_in_plan',
      languageIs: 'as_in_plan',
    })
  useCommands(
    similar.map((one, index) => ({
      id: `similar-${index}`,
      label: t('createHandoff.alike.thisIsHerNamed', { label: one.label }),
      keys: numberKey(index + 1, 'Alt '),
      run: () => take(one),
      quiet: true,
    })),
  )

  return (
    <aside className="beside" aria-labelledby="similar">
      <h2 id="similar">{t('createHandoff.alike.title')}</h2>
      <p className="second" role="status">
        {form.personId !== null
          ? t('createHandoff.alike.chosen')
          : asked
            ? t('createHandoff.alike.count', { count: similar.length })
            : t('createHandoff.alike.waiting')}
      </p>
      {similar.length > 0 && (
        <ol className="similar">
          {similar.map((one, index) => (
            <li key={one.personId}>
              <p>
                <Name strong>{one.inAnotherScript ?? one.label}</Name>
                {one.latest && (
                  <>
                    {' '}
                    <span className="muted">{t('handoffState.number', { number: one.latest.number })}</span>
                  </>
                )}
              </p>
              <p className="said-why">{t(`createHandoff.alike.why.${one.similarity}`)}</p>
              <LatestHandoff latest={one.latest} now={now} zone={zone} />
              <p className="acts">
                <Button keys={numberKey(index + 1, 'Alt ')} onPress={() => take(one)}>
                  {t('createHandoff.alike.thisIsHer')}
                </Button>
                {one.latest && (
                  <Link className="btn bare" href={linkToRecord(one.latest.handoffId)}>
                    {t('createHandoff.alike.look')}
                  </Link>
                )}
              </p>
              {similar.length > 2 && (
                <Checkbox on={pair.includes(one.personId)} onChange={(on) => pick(one.personId, on)}>
                  <AnswerStatus word={t('createHandoff.alike.compare')} subject={one.inAnotherScript ?? describeRecord(one)} />
                </Checkbox>
              )}
            </li>
          ))}
        </ol>
      )}
      {similar.length > 1 && (
        <p className="second" role="status">
          {pair[0] && pair[1] ? (
            <Link href={ROUTES.compareRecords(pair[0], pair[1])}>{t('people.merge.alike')}</Link>
          ) : (
            t('createHandoff.alike.pickTwo')
          )}
        </p>
      )}
      {similar.length > 0 && <p className="second last">{t('createHandoff.alike.last')}</p>}
    </aside>
  )
}

function LatestHandoff({ latest, now, zone }: { readonly latest: SimilarRecord['latest']; readonly now: number; readonly zone: string }) {
  const { t } = useTranslation()
  if (!latest) return <p className="second">{t('createHandoff.alike.noHandoff')}</p>
  const over = isEnded(latest.state) || latest.clockAt === null
  const helps = latest.helps.map((help) => t(`word.help.${help}`)).join(', ')
  return (
    <>
      {!over && latest.clockAt !== null && (
        <p className="second">
          <Mark kind={getDueState(latest.clockAt, now)}>
            {t('createHandoff.alike.open', { when: formatDayAndTime(latest.clockAt, now, zone), owner: latest.ownerName })}
          </Mark>
        </p>
      )}
      <p className="second">
        {t('createHandoff.alike.latest', {
          state: describeState(t, latest.state),
          day: formatDay(latest.at, now, zone),
          from: latest.from,
          helps,
        })}
      </p>
    </>
  )
}

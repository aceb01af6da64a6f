import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { WithheldItemView } from '#shared/contract/person/story'
import type { PersonId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, useCall, useMinute, useOffice, useZone } from '../../office'
import { announce, Button, HoldToShow, Loading } from '../../ui'
import { PrivateWordsForm } from './PrivateWordsForm'
import css from './private-words.module.css'

interface Props {
  readonly personId: PersonId
  /** On the call screen the step asks the question; on a page it has a heading of its own. */
  readonly heading?: boolean
}

/** What the person withholds, hidden until it is read; add one; lift one (M5). */
export function PrivateWords({ personId, heading = true }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { value: items, failure } = useOffice('withheld.list', { personId })
  const [adding, setAdding] = useState(false)
  return (
    <section className={css.kept} {...(heading ? { 'aria-labelledby': id } : { 'aria-label': t('privateWords.title') })}>
      {heading && <h2 id={id}>{t('privateWords.title')}</h2>}
      <FailureLine failure={failure ?? null} />
      {items === undefined ? (
        !failure && <Loading>{t('privateWords.loading')}</Loading>
      ) : (
        <>
          <p className="second">
            {items.length === 0
              ? `${t('privateWords.none')} ${adding ? t('privateWords.say') : ''}`
              : t('privateWords.count', { count: items.length })}
          </p>
          {items.length > 0 && (
            <ul aria-label={t('privateWords.list')}>
              {items.map((item) => (
                <PrivateWordsItem key={item.id} item={item} personId={personId} />
              ))}
            </ul>
          )}
          {adding ? (
            <PrivateWordsForm personId={personId} onDone={() => setAdding(false)} />
          ) : (
            <p className="acts">
              <Button onPress={() => setAdding(true)}>{t('privateWords.add')}</Button>
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** Others may see the screen, so the words are visible only while held (L6). */
function PrivateWordsItem({ item, personId }: { readonly item: WithheldItemView; readonly personId: PersonId }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('withheld.remove')
  const [held, setHeld] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const lift = async () => {
    const answer = await send({ personId, id: item.id })
    if (answer.ok) announce(t('privateWords.lifted'))
    else setFailure(answer.failure)
  }
  const from = item.partnerId === null ? t('privateWords.fromEverybody') : t('privateWords.fromPartner', { partner: item.partner })
  return (
    <li>
      <p className={css.words}>
        <span aria-live="polite">
          {held ? (
            <bdi dir="auto">{item.words}</bdi>
          ) : (
            <span className={css.redacted}>
              <span className="hidden">{t('privateWords.covered')}</span>
            </span>
          )}
        </span>
        <HoldToShow label={t('privateWords.hold')} onHold={setHeld} />
        <Button look="bare" busy={sending} onPress={() => void lift()}>
          {t('privateWords.lift')}
        </Button>
      </p>
      <p className="second">
        <bdi dir="auto">{t('privateWords.since', { from, when: formatDayAndTime(item.at, now, zone), who: item.byName })}</bdi>
      </p>
      <FailureLine failure={failure} />
    </li>
  )
}

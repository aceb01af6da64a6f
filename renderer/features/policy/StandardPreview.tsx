import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Input, Output } from '#shared/contract/index'
import { describeFailure, ROUTES, useOffice } from '../../office'
import { Button, Loading } from '../../ui'
import { HoursChart } from './HoursChart'
import css from './policy.module.css'

type PreviewResult = Output<'policy.preview'>
const SHOWN_FIRST = 3
const MAX_SHOWN = 200

/** The last 90 days under the draft, beside the form. */
export function StandardPreview({ input }: { readonly input: Input<'policy.preview'> }) {
  const { t } = useTranslation()
  const { value, failure } = useOffice('policy.preview', input, { keep: true })
  return (
    <aside className="beside" aria-labelledby="replayed">
      <h2 id="replayed">{t('policy.preview.title')}</h2>
      {failure && <p className="error">{describeFailure(t, failure)}</p>}
      {!value && !failure && <Loading>{t('policy.preview.loading')}</Loading>}
      {value && (value.of === 0 ? <p className="second">{t('policy.preview.none')}</p> : <PreviewReplay result={value} />)}
      {value && <PreviewExtras result={value} />}
    </aside>
  )
}

function PreviewReplay({ result }: { readonly result: PreviewResult }) {
  const { t } = useTranslation()
  const { draft, now, of } = result
  const changed = draft.hours !== now.hours
  return (
    <>
      <p className={css['big']} role="status">
        <b>{t('policy.preview.would', { hours: draft.hours, late: draft.late, of })}</b>{' '}
        {t(changed ? 'policy.preview.late' : 'policy.preview.same')}
      </p>
      {changed && <p className="second">{t('policy.preview.now', { hours: now.hours, late: now.late, of })}</p>}
      <HoursChart preview={result} />
      {result.late.length > 0 && <PreviewHandoffs result={result} />}
    </>
  )
}

/** Which handoffs they are, and why: numbers only, no names. */
function PreviewHandoffs({ result }: { readonly result: PreviewResult }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = result.late.slice(0, all ? MAX_SHOWN : SHOWN_FIRST)
  const more = Math.min(MAX_SHOWN, result.late.length) - shown.length
  return (
    <>
      <h3>{t('policy.preview.these', { count: result.late.length })}</h3>
      <table className={css['figures']}>
        <tbody>
          {shown.map(({ id, number, hours, reached, reason }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={ROUTES.handoff(id)}>{t('policy.preview.number', { number })}</Link>
              </th>
              <td>{reached ? t('policy.preview.took', { hours: Math.floor(hours) }) : t('policy.preview.noContact')}</td>
              <td className={css['words']}>
                {reason.kind === 'bounced' ? (
                  <bdi dir="auto">{reason.label}</bdi>
                ) : reason.kind === 'tries' ? (
                  t('policy.preview.reason.tries', { count: reason.count })
                ) : (
                  t(`policy.preview.reason.${reason.kind}`)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Button look="bare" onPress={() => setAll(true)}>
          {t('policy.preview.more', { count: more })}
        </Button>
      )}
    </>
  )
}

function PreviewExtras({ result: { draft, now, running } }: { readonly result: PreviewResult }) {
  const { t } = useTranslation()
  const by = draft.bounceDue - now.bounceDue
  if (by === 0 && running.length === 0) return null
  return (
    <>
      <h3>{t('policy.preview.also')}</h3>
      {by !== 0 && (
        <p className="second">
          {t(by > 0 ? 'policy.preview.bounceLater' : 'policy.preview.bounceSooner', {
            by: Math.abs(by),
            will: draft.bounceDue,
            was: now.bounceDue,
          })}
        </p>
      )}
      {running.map(({ hours, count }) => (
        <p key={hours} className="second">
          {t('policy.running', { count, hours })}
        </p>
      ))}
    </>
  )
}

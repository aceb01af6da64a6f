import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { ReleaseView } from '#shared/contract/person/release'
import type { RevokedHow } from '#shared/domain/release/release'
import { formatDayAndTime, formatElapsed, formatMarginTime } from '#shared/domain/core/wording'
import { FailureLine, ROUTES, useCall, useMinute, useZone } from '../../office'
import { Mark, OwnWords } from '../../components'
import {
  announce,
  TimelineLine,
  Timeline,
  Button,
  Icon,
  FormPage,
  FormPageFoot,
  FormPageHead,
  FormPageRow,
  PageHead,
  useCommands,
} from '../../ui'
import { chooseReleaseMark, readReleaseState } from './release-state'
import { DisclosureForm } from './DisclosureForm'
import css from './releases.module.css'

/** A signed or revoked release, which never changes. What was told under it, and the one step that revokes it (R2). */
export function SignedRelease({ release }: { readonly release: ReleaseView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('release.revoke')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [telling, setTelling] = useState(false)
  const [asking, setAsking] = useState<RevokedHow | null>(null)
  const state = readReleaseState(release, now)
  const shape = chooseReleaseMark(release, now)
  const isActive = state === 'active'
  const takeBack = async (how: RevokedHow) => {
    const answer = await send({ id: release.id, how, words: '', at: null })
    if (!answer.ok) return setFailure(answer.failure)
    setTelling(false)
    setAsking(null)
    return announce(t('releases.takenBack'))
  }
  const mayTakeBack = release.revoked === null && state !== 'expired'
  useCommands([
    { id: 'releases-back', label: t('releases.back'), keys: 'Esc', run: () => go(ROUTES.person(release.personId)) },
    ...(isActive && !telling ? [{ id: 'tell', label: t('releases.tell'), keys: 'L' as const, run: () => setTelling(true) }] : []),
    ...(mayTakeBack ? [{ id: 'take-back', label: t('releases.takeBack'), keys: 'Alt T' as const, run: () => setAsking('spoken') }] : []),
  ])
  return (
    <article className="form-page" aria-labelledby="release">
      <PageHead
        title={
          <span id="release">
            <bdi dir="auto">{t('releases.title', { label: release.label })}</bdi>
          </span>
        }
        actions={
          <>
            <Link className="btn bare" href={ROUTES.releasePaper(release.personId, release.id)}>
              {t('releases.paperSigned')}
            </Link>
            {shape ? (
              <Mark kind={shape}>
                <b>{t(`releases.stateName.${state}`)}</b>
              </Mark>
            ) : (
              <span className="st">
                <Icon name="close" />
                <b>{t(`releases.stateName.${state}`)}</b>
              </span>
            )}
          </>
        }
      >
        {release.number !== null && `${t('releases.number', { number: release.number })} `}
        {t('releases.say')}
      </PageHead>
      <FormPage>
        <ReleaseWords release={release} now={now} zone={zone} />
        <FormPageHead margin={t('releases.logMargin')}>{t('releases.log')}</FormPageHead>
        {telling && (
          <FormPageRow label="">
            <DisclosureForm release={release} onDone={() => setTelling(false)} />
          </FormPageRow>
        )}
        {release.disclosures.length === 0 ? (
          <FormPageRow label="">
            <p className="second">{t('releases.nothingTold')}</p>
          </FormPageRow>
        ) : (
          <Timeline label={t('releases.log')} className={css.log}>
            {release.disclosures.map((one) => (
              <TimelineLine key={one.id} time={formatMarginTime(one.at, now, zone)}>
                <p className={css.entry}>
                  <bdi dir="auto">{one.what}</bdi>{' '}
                  <span className="muted">
                    <bdi dir="auto">
                      {t('releases.toldBy', { by: one.byName, to: one.toWhom, how: t(`releases.way.${one.how}`).toLowerCase() })}
                    </bdi>
                    {one.late && `, ${t('releases.late')}`}
                  </span>
                </p>
              </TimelineLine>
            ))}
          </Timeline>
        )}
      </FormPage>
      <ReleaseFoot
        telling={telling}
        asking={asking}
        onAsk={setAsking}
        onTell={() => setTelling(true)}
        onTakeBack={(how) => void takeBack(how)}
        busy={sending}
        failure={failure}
        state={state}
        when={formatDayAndTime(state === 'coming' ? release.startsAt : release.expiresAt, now, zone)}
      />
    </article>
  )
}

interface ReleaseWordsProps {
  readonly release: ReleaseView
  readonly now: number
  readonly zone: string
}

function ReleaseWords({ release, now, zone }: ReleaseWordsProps) {
  const { t } = useTranslation()
  const value = (label: string, text: ReactNode) => (
    <FormPageRow label={label}>
      <p className={css.value}>
        <span className="hidden">{`${label}: `}</span>
        {text}
      </p>
    </FormPageRow>
  )
  const { signed, revoked, minor } = release
  const said = [
    signed && t('releases.signedLine', { when: formatDayAndTime(signed.at, now, zone), who: signed.witness }),
    release.language && t('releases.inLanguage', { language: release.language }),
    release.interpreter && t('releases.interpretedBy', { who: release.interpreter }),
    release.risksTold && t('releases.risksTold'),
    minor && t('releases.minorLine', { parent: minor.parent }),
    `${t(`releases.copy.${release.copy}`)}.`,
  ]
  return (
    <>
      {value(t('releases.to'), <bdi dir="auto">{`${release.organisation}, ${release.recipient}`}</bdi>)}
      {value(t('releases.purpose'), <OwnWords>{release.purpose}</OwnWords>)}
      {value(t('releases.may'), <bdi dir="auto">{release.may}</bdi>)}
      {release.mayNot && value(t('releases.mayNot'), <bdi dir="auto">{release.mayNot}</bdi>)}
      {value(t('releases.how'), release.ways.map((way) => t(`releases.way.${way}`)).join(', '))}
      {release.startsAt > now && value(t('releases.starts'), formatDayAndTime(release.startsAt, now, zone))}
      {value(
        t('releases.ends'),
        <>
          {formatDayAndTime(release.expiresAt, now, zone)}{' '}
          {release.expiresAt > now && revoked === null && (
            <span className="muted">{t('releases.left', { left: formatElapsed(release.expiresAt - now) })}</span>
          )}
        </>,
      )}
      {release.otherWays && value(t('releases.otherWays'), <bdi dir="auto">{release.otherWays}</bdi>)}
      {value(t('releases.saidAndSigned'), <bdi dir="auto">{said.filter(Boolean).join(' ')}</bdi>)}
      {revoked &&
        value(
          t('releases.stateName.revoked'),
          <bdi dir="auto">
            {t('releases.revokedLine', {
              how: t(`releases.revokedHow.${revoked.how}`),
              who: revoked.byName,
              when: formatDayAndTime(revoked.at, now, zone),
            })}{' '}
            {revoked.words && <OwnWords>{revoked.words}</OwnWords>}
          </bdi>,
        )}
    </>
  )
}

interface ReleaseFootProps {
  readonly state: ReleaseView['state']
  readonly when: string
  readonly telling: boolean
  /** How the person takes it back, while the question is open. */
  readonly asking: RevokedHow | null
  readonly onAsk: (how: RevokedHow | null) => void
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onTell: () => void
  readonly onTakeBack: (how: RevokedHow) => void
}

function ReleaseFoot({ state, when, telling, asking, onAsk, busy, failure, onTell, onTakeBack }: ReleaseFootProps) {
  const { t } = useTranslation()
  if (state === 'revoked' || state === 'expired')
    return (
      <FormPageFoot actions={null} why={state === 'revoked' ? t('releases.stopped') : t('releases.ended', { when })}>
        <FailureLine failure={failure} />
      </FormPageFoot>
    )
  if (asking !== null)
    return (
      <Sure busy={busy} onSure={() => onTakeBack(asking)} onNot={() => onAsk(null)}>
        <FailureLine failure={failure} />
      </Sure>
    )
  return (
    <FormPageFoot
      why={state === 'coming' ? t('releases.notBegun', { when }) : t('releases.takeBackSay')}
      actions={
        <>
          <Button look="bare" size="tall" busy={busy} onPress={() => onAsk('written')}>
            {t('releases.inWriting')}
          </Button>
          <Button look="stop" size="tall" icon="stop" keys="Alt T" busy={busy} onPress={() => onAsk('spoken')}>
            {t('releases.takeBack')}
          </Button>
        </>
      }
    >
      <p>
        {state === 'active' && !telling && (
          <Button look="do" size="tall" keys="L" onPress={onTell}>
            {t('releases.tell')}
          </Button>
        )}
      </p>
      <FailureLine failure={failure} />
    </FormPageFoot>
  )
}

interface SureProps {
  readonly busy: boolean
  readonly onSure: () => void
  readonly onNot: () => void
  readonly children: ReactNode
}

/** R2: a revocation is never undone, and a slip needs a new release, so the question comes first. */
function Sure({ busy, onSure, onNot, children }: SureProps) {
  const { t } = useTranslation()
  const question = useRef<HTMLHeadingElement>(null)
  useEffect(() => question.current?.focus(), [])
  useCommands([
    { id: 'take-back-sure', label: t('releases.sureYes'), keys: 'Ctrl Enter', run: onSure },
    { id: 'take-back-not', label: t('releases.cancel'), keys: 'Esc', quiet: true, run: onNot },
  ])
  return (
    <FormPageFoot
      why={t('releases.sureSay')}
      actions={
        <>
          <Button look="bare" size="tall" keys="Esc" onPress={onNot}>
            {t('releases.cancel')}
          </Button>
          <Button look="stop" size="tall" icon="stop" keys="Ctrl Enter" busy={busy} onPress={onSure}>
            {t('releases.sureYes')}
          </Button>
        </>
      }
    >
      <h2 ref={question} tabIndex={-1}>
        {t('releases.sure')}
      </h2>
      {children}
    </FormPageFoot>
  )
}

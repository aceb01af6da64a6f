import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { AccompanimentView } from '#shared/contract/handoff/accompaniment'
import type { AccompanimentStage } from '#shared/domain/accompaniment/stages'
import type { HandoffId } from '#shared/domain/core/ids'
import { formatDayAndTime, formatNumberWord } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useMinute, useOffice, useZone } from '../../office'
import { Name, OwnWords } from '../../components'
import { Button, EmptyState, Loading, PageHead, useCommands } from '../../ui'
import { AskStage, DecidedStage } from './AskStage'
import { EndOtherwise, MoreSupport, listNearerStages } from './EndForms'
import { StageTable } from './StageTable'
import { useAccompanimentCalls, type NearStage } from './use-accompaniment-calls'
import { StageWordsForm } from './StageWordsForm'
import css from './accompaniment.module.css'

/** The page `#/handoffs/:id/accompaniment`: the stages so far, and what the person decides next. */
export function AccompanimentPage() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id: string }>()
  const handoffId = (id.split('?')[0] ?? '') as HandoffId
  const { value: view, failure } = useOffice('accompaniment.read', { handoffId })
  const back = () => go(ROUTES.handoff(handoffId))
  useCommands([{ id: 'along-back', label: t('accompaniment.none.act'), keys: 'Esc', quiet: true, run: back }])
  return (
    <main id="main" className={`main ${css.page}`} tabIndex={-1}>
      {view ? (
        <OpenAccompaniment key={view.handoffId} view={view} />
      ) : (
        <div className="states-pad">
          <h1 className="hidden">{t('accompaniment.list.title')}</h1>
          {view === null || failure ? (
            <EmptyState
              title={failure ? describeFailure(t, failure) : t('accompaniment.none.title')}
              action={
                <Button look="do" onPress={back}>
                  {t('accompaniment.none.act')}
                </Button>
              }
            >
              {!failure && t('accompaniment.none.text')}
            </EmptyState>
          ) : (
            <Loading>{t('accompaniment.loading')}</Loading>
          )}
        </div>
      )}
    </main>
  )
}

type AccompanimentStep = 'ask' | 'more' | 'end' | 'again' | AccompanimentStage

function OpenAccompaniment({ view }: { readonly view: AccompanimentView }) {
  const { t } = useTranslation()
  const [at, setAt] = useState<AccompanimentStep>('ask')
  const who = view.worker
  const mayMore = view.open && listNearerStages(view).length > 0
  const more = () => setAt('more')
  useCommands(mayMore ? [{ id: 'along-more', label: t('accompaniment.support.label'), keys: 'P', run: more }] : [])
  return (
    <>
      <PageHead
        title={
          <>
            <Name>{view.label}</Name> {t('accompaniment.title', { who })}
          </>
        }
        actions={
          <Button
            keys="P"
            onPress={more}
            {...(mayMore ? {} : { why: view.open ? t('accompaniment.support.all', { who }) : t('accompaniment.closedRecord') })}
          >
            {t('accompaniment.support.label')}
          </Button>
        }
      >
        <bdi dir="auto">
          {t('handoffState.number', { number: view.number })},{' '}
          {t('accompaniment.to', { to: view.to, helps: view.helps.map((help) => t(`word.help.${help}`).toLocaleLowerCase()).join(', ') })}.
        </bdi>{' '}
        {t('accompaniment.say', { count: view.held, held: formatNumberWord(view.held, true) })}
      </PageHead>
      <StageTable view={view} />
      <section className={css.ask} aria-label={t('accompaniment.ask.title')}>
        <CurrentForm view={view} at={at} onAt={setAt} />
      </section>
    </>
  )
}

function CurrentForm({
  view,
  at,
  onAt,
}: {
  readonly view: AccompanimentView
  readonly at: AccompanimentStep
  readonly onAt: (at: AccompanimentStep) => void
}) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const write = useAccompanimentCalls(view.handoffId)
  const { ask } = view
  const close = () => onAt('ask')
  const around = { view, write, onClose: close }
  if (at === 'more') return <MoreSupport {...around} />
  if (at === 'end' && view.open && !view.ended)
    return <EndOtherwise {...around} onBounce={() => go(`${ROUTES.handoff(view.handoffId)}/bounce`)} />
  if (view.ended) return <EndedAccompaniment view={view} ended={view.ended} />
  if (!ask)
    return (
      <>
        <p>{t(view.open ? 'accompaniment.ask.waits' : 'accompaniment.closedRecord')}</p>
        {view.open && <p className="second">{t('accompaniment.ask.foot', { who: view.worker })}</p>}
      </>
    )
  if (at !== 'ask' && at !== 'again' && at !== 'end') {
    const alone = at === 'stepped_back'
    return (
      <StageWordsForm
        key={at}
        of={`${alone ? 'alone' : 'far'}:${view.handoffId}`}
        title={t(alone ? 'accompaniment.alone.title' : 'accompaniment.far.title')}
        label={t('accompaniment.alone.words')}
        needed={t('accompaniment.alone.needed')}
        send={t(alone ? 'accompaniment.alone.send' : 'accompaniment.far.send')}
        onSend={(words) => (alone ? write.end('she_goes_on', words) : write.decide(ask.meetingId, at as NearStage, words))}
        onClose={close}
      />
    )
  }
  if (ask.decided && at !== 'again') return <DecidedStage view={view} onChange={() => onAt('again')} />
  return <AskStage view={view} ask={ask} write={write} onDecided={close} onWords={onAt} onEnd={() => onAt('end')} />
}

/** Shows how the series ended (A2), and what is left to do. */
function EndedAccompaniment({
  view,
  ended,
}: {
  readonly view: AccompanimentView
  readonly ended: NonNullable<AccompanimentView['ended']>
}) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const open = () => go(ROUTES.handoff(view.handoffId))
  useCommands([{ id: 'along-record', label: t('accompaniment.done.record'), keys: 'Enter', run: open }])
  return (
    <>
      <h2>{t(`accompaniment.ended.${ended.as}`, { when: formatDayAndTime(ended.at, now, zone) })}</h2>
      {ended.words && <p>{ended.as === 'she_goes_on' ? <OwnWords>{ended.words}</OwnWords> : <bdi dir="auto">{ended.words}</bdi>}</p>}
      <p className="acts">
        <Button look="do" size="tall" keys="Enter" onPress={open}>
          {t('accompaniment.done.record')}
        </Button>
      </p>
      <p className="second">{t('accompaniment.ended.foot', { who: view.worker })}</p>
    </>
  )
}

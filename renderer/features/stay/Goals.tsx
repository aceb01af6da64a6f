import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { GoalView, StayView } from '#shared/contract/person/stay'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, useCall, useMinute, useZone } from '../../office'
import { linkToRecord, OwnWords } from '../../components'
import { announce, Button, FormPageHead, FormPageRow, useCommands } from '../../ui'
import { GoalForm } from './GoalForm'
import { GoalHandoffForm } from './GoalHandoffForm'
import { DropGoalForm } from './DropGoalForm'
import css from './stay.module.css'

/** The goals, each with the help it needs; one step creates a handoff to the worker who can help (A4). */
export function Goals({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  useCommands(adding ? [] : [{ id: 'goal-add', label: t('stay.goal.add'), keys: 'A', run: add }])
  return (
    <>
      <FormPageHead margin={t('stay.page.goalsMargin')}>{t('stay.goal.title')}</FormPageHead>
      {stay.list.map((goal) => (
        <GoalLine key={goal.id} goal={goal} />
      ))}
      <FormPageRow label="">
        {adding ? (
          <GoalForm stayId={stay.id} onDone={() => setAdding(false)} />
        ) : (
          <>
            {stay.list.length === 0 && <p className="second">{t('stay.goal.none')}</p>}
            <p className="acts flush">
              <Button keys="A" onPress={add}>
                {t('stay.goal.add')}
              </Button>
            </p>
          </>
        )}
      </FormPageRow>
    </>
  )
}

function GoalLine({ goal }: { readonly goal: GoalView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const [act, setAct] = useState<'hand_on' | 'let_go' | null>(null)
  const { send, sending } = useCall('goal.reached')
  const [failure, setFailure] = useState<Failure | null>(null)
  const open = goal.doneAt === null && goal.letGo === null
  const help = t(`word.help.${goal.help}`)
  const reached = async () => {
    const answer = await send({ id: goal.id })
    if (answer.ok) announce(t('stay.goal.doneSaid'))
    else setFailure(answer.failure)
  }
  const close = () => setAct(null)
  return (
    <FormPageRow label={formatDayAndTime(goal.setAt, now, zone)}>
      <div className={css.goal} role="group" aria-label={goal.words}>
        <p>
          <OwnWords>{goal.words}</OwnWords>
        </p>
        <p className="second">
          <bdi dir="auto">{goal.need ? t('stay.goal.needsWhat', { help, need: goal.need }) : t('stay.goal.needs', { help })}</bdi>{' '}
          {t('stay.goal.setBy', { name: goal.setBy, when: formatDayAndTime(goal.setAt, now, zone) })}
        </p>
        {goal.handoff && (
          <p>
            <Link href={linkToRecord(goal.handoff.id)}>{t('stay.goal.record', { number: goal.handoff.number })}</Link>
          </p>
        )}
        {goal.doneAt !== null && (
          <p className="is-confirmed">{t('stay.goal.doneOn', { when: formatDayAndTime(goal.doneAt, now, zone) })}</p>
        )}
        {goal.letGo !== null && (
          <p className="second">
            <bdi dir="auto">{t('stay.goal.letGoWas', { why: goal.letGo })}</bdi>
          </p>
        )}
        {open && act === null && (
          <p className="acts flush">
            {goal.handoff === null && <Button onPress={() => setAct('hand_on')}>{t('stay.goal.handOn')}</Button>}
            <Button busy={sending} onPress={() => void reached()}>
              {t('stay.goal.done')}
            </Button>
            <Button look="bare" onPress={() => setAct('let_go')}>
              {t('stay.goal.letGo')}
            </Button>
          </p>
        )}
        {act === 'hand_on' && <GoalHandoffForm goal={goal} onDone={close} />}
        {act === 'let_go' && <DropGoalForm goal={goal} onDone={close} />}
        <FailureLine failure={failure} />
      </div>
    </FormPageRow>
  )
}

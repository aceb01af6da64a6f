import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS, type FeedbackAnswer, type FeedbackQuestion } from '#shared/domain/accompaniment/feedback'
import type { HandoffId } from '#shared/domain/core/ids'
import { FailureLine, useCall } from '../../office'
import { Button, Choices, Field } from '../../ui'
import css from './feedback.module.css'

type FeedbackAnswers = Readonly<Record<FeedbackQuestion, FeedbackAnswer | null>>
const NO_ANSWERS: FeedbackAnswers = { heard: null, inControl: null, repeated: null }

/**
 * The page `#/feedback/:id`, turned to the person (A6). It shows no rail, no name and no data; nothing typed is a draft, because a draft
 * belongs to a worker. However it is left, the screen locks.
 */
export function FeedbackPage({ id, onEnd }: { readonly id: HandoffId; readonly onEnd: () => void }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('feedback.add')
  const [answers, setAnswers] = useState(NO_ANSWERS)
  const [anything, setAnything] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [thanked, setThanked] = useState(false)
  const nothing = anything.trim() === '' && FEEDBACK_QUESTIONS.every((one) => (answers[one] ?? 'not_said') === 'not_said')
  const done = async () => {
    if (nothing) return setThanked(true)
    const said = (one: FeedbackQuestion) => answers[one] ?? 'not_said'
    const answer = await send({
      of: id,
      heard: said('heard'),
      inControl: said('inControl'),
      repeated: said('repeated'),
      anything,
    })
    setFailure(answer.ok ? null : answer.failure)
    setThanked(answer.ok)
  }
  if (thanked) return <FeedbackThanks onEnd={onEnd} />
  return (
    <main id="main" className={css.page} tabIndex={-1}>
      <h1>{t('feedback.title')}</h1>
      <p>{t('feedback.say')}</p>
      <form
        className={css.form}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void done()
        }}
      >
        {FEEDBACK_QUESTIONS.map((one) => (
          <Choices
            key={one}
            label={t(`feedback.${one}`)}
            value={answers[one]}
            options={FEEDBACK_ANSWERS.map((value) => ({ value, label: t(`feedback.answer.${value}`) }))}
            onChange={(value) => setAnswers((before) => ({ ...before, [one]: value }))}
          />
        ))}
        <Field label={t('feedback.anything')} hint={t('feedback.anythingHint')} rows={3} value={anything} onChange={setAnything} />
        <FailureLine failure={failure} />
        <p className="acts">
          <Button look="do" size="big" type="submit" busy={sending}>
            {t('feedback.send')}
          </Button>
          <Button look="bare" size="big" onPress={() => setThanked(true)}>
            {t('feedback.leave')}
          </Button>
        </p>
      </form>
    </main>
  )
}

function FeedbackThanks({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <main id="main" className={css.page} tabIndex={-1}>
      <h1 ref={heading} tabIndex={-1}>
        {t('feedback.thanks.title')}
      </h1>
      <p>{t('feedback.thanks.text')}</p>
      <p className="acts">
        <Button look="do" size="big" onPress={onEnd}>
          {t('feedback.thanks.act')}
        </Button>
      </p>
    </main>
  )
}

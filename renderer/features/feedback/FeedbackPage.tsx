import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS, type FeedbackAnswer, type FeedbackQuestion } from '#shared/domain/accompaniment/feedback'
import type { HandoffId } from '#shared/domain/core/ids'
import { useCall, useForm } from '../../office'
import { FormFailure } from '../../components'
import { Button, Choices, Field } from '../../ui'
import css from './feedback.module.css'

type FeedbackValues = Readonly<Record<FeedbackQuestion, FeedbackAnswer | null>> & { readonly anything: string }
const NO_ANSWERS: FeedbackValues = { heard: null, inControl: null, repeated: null, anything: '' }

/**
 * The page `#/feedback/:id`, turned to the person (A6). It shows no rail, no name and no data; nothing typed is a draft, because a draft
 * belongs to a worker. However it is left, the screen locks.
 */
export function FeedbackPage({ id, onEnd }: { readonly id: HandoffId; readonly onEnd: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('feedback.add')
  const [thanked, setThanked] = useState(false)
  const form = useForm({
    id: 'feedback',
    of: id,
    initial: NO_ANSWERS,
    send: (typed) => {
      const said = (one: FeedbackQuestion) => typed[one] ?? 'not_said'
      return send({ of: id, heard: said('heard'), inControl: said('inControl'), repeated: said('repeated'), anything: typed.anything })
    },
    onClose: () => setThanked(true),
  })
  const { values } = form
  const isEmpty = values.anything.trim() === '' && FEEDBACK_QUESTIONS.every((one) => (values[one] ?? 'not_said') === 'not_said')
  if (thanked) return <FeedbackThanks onEnd={onEnd} />
  return (
    <main id="main" className={css.page} tabIndex={-1}>
      <h1>{t('feedback.title')}</h1>
      <p>{t('feedback.say')}</p>
      <form
        className={css.form}
        autoComplete="off"
        {...form.props}
        onSubmit={(event) => {
          event.preventDefault()
          // Nothing was said: there is nothing to keep.
          if (isEmpty) setThanked(true)
          else form.submit()
        }}
      >
        {FEEDBACK_QUESTIONS.map((one) => (
          <Choices
            key={one}
            label={t(`feedback.${one}`)}
            value={values[one]}
            options={FEEDBACK_ANSWERS.map((value) => ({ value, label: t(`feedback.answer.${value}`) }))}
            onChange={(value) => form.change({ [one]: value })}
          />
        ))}
        <Field
          label={t('feedback.anything')}
          hint={t('feedback.anythingHint')}
          rows={3}
          value={values.anything}
          onChange={(anything) => form.change({ anything })}
        />
        <FormFailure form={form} />
        <p className="acts">
          <Button look="do" size="big" type="submit" busy={form.sending}>
            {t('feedback.send')}
          </Button>
          <Button look="bare" size="big" onPress={form.cancel}>
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

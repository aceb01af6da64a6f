import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS } from '#shared/domain/accompaniment/feedback'
import { formatLongDay } from '#shared/domain/core/wording'
import { describeFailure, useOffice, useZone } from '../../office'
import { OwnWords } from '../../components'
import { EmptyState, Loading, PageHead } from '../../ui'
import css from './feedback.module.css'

type FeedbackWeek = Output<'feedback.read'>[number]

/** The page `#/settings/feedback`: counts and words apart, by week, without names (A6). */
export function FeedbackResults() {
  const { t } = useTranslation()
  const { value, failure } = useOffice('feedback.read', {})
  return (
    <>
      <PageHead title={t('feedback.read.title')}>{t('feedback.read.say')}</PageHead>
      {value && value.length > 0 ? (
        <div className={css.weeks}>
          {value.map((week) => (
            <FeedbackWeekView key={week.week} week={week} />
          ))}
        </div>
      ) : (
        <div className="states-pad">
          {failure ? (
            <p className="error">{describeFailure(t, failure)}</p>
          ) : value ? (
            <EmptyState title={t('feedback.read.none')}>{t('feedback.read.noneText')}</EmptyState>
          ) : (
            <Loading>{t('feedback.read.loading')}</Loading>
          )}
        </div>
      )}
    </>
  )
}

function FeedbackWeekView({ week }: { readonly week: FeedbackWeek }) {
  const { t } = useTranslation()
  const zone = useZone()
  const title = t('feedback.read.week', { when: formatLongDay(week.week, zone) })
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="muted">{t('feedback.read.count', { count: week.count })}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{t('feedback.read.question')}</span>
            </th>
            {FEEDBACK_ANSWERS.map((answer) => (
              <th key={answer} scope="col">
                {t(`feedback.read.answer.${answer}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FEEDBACK_QUESTIONS.map((question) => (
            <tr key={question}>
              <th scope="row">{t(`feedback.read.short.${question}`)}</th>
              {FEEDBACK_ANSWERS.map((answer) => (
                <td key={answer}>{week[question][answer]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {week.words.length > 0 && (
        <>
          <p className="second">{t('feedback.read.words')}</p>
          <ul className={css.words}>
            {week.words.map((words, index) => (
              <li key={index}>
                <OwnWords>{words}</OwnWords>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

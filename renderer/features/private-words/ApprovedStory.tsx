import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryView } from '#shared/contract/person/story'
import type { PersonId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, useCall, useForm, useMinute, useOffice, useZone } from '../../office'
import { FormButtons } from '../../components'
import { Button, Field, Loading } from '../../ui'
import css from './private-words.module.css'

const PARTS = ['situation', 'background'] as const

/** Situation and background, written once with the person, as last approved (M5). */
export function ApprovedStory({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { value, failure } = useOffice('story.read', { personId })
  const [writing, setWriting] = useState(false)
  const story = value?.story ?? null
  return (
    <section className={css.kept} aria-labelledby="her-story">
      <h2 id="her-story">{t('privateWords.story.title')}</h2>
      <FailureLine failure={failure ?? null} />
      {value === undefined && !failure && <Loading>{t('privateWords.story.loading')}</Loading>}
      {value !== undefined && writing && <StoryForm personId={personId} story={story} onDone={() => setWriting(false)} />}
      {value !== undefined && !writing && (
        <>
          <p className="second">
            <bdi dir="auto">
              {story === null
                ? t('privateWords.story.none')
                : t('privateWords.story.approved', { when: formatDayAndTime(story.approvedAt, now, zone), who: story.approvedByName })}
            </bdi>
          </p>
          {story !== null && (
            <dl className={css.told}>
              {PARTS.filter((part) => story[part] !== '').map((part) => (
                <div key={part}>
                  <dt>{t(`privateWords.story.${part}`)}</dt>
                  <dd dir="auto">{story[part]}</dd>
                </div>
              ))}
            </dl>
          )}
          <p className="acts">
            <Button onPress={() => setWriting(true)}>{t(story === null ? 'privateWords.story.write' : 'privateWords.story.change')}</Button>
          </p>
        </>
      )}
    </section>
  )
}

interface StoryFormProps {
  readonly personId: PersonId
  readonly story: StoryView | null
  readonly onDone: () => void
}

function StoryForm({ personId, story, onDone }: StoryFormProps) {
  const { t } = useTranslation()
  const { send } = useCall('story.approve')
  const form = useForm({
    id: 'approved-story',
    of: `${personId}:${story?.version ?? 0}`,
    initial: { situation: story?.situation ?? '', background: story?.background ?? '' },
    send: (typed) => send({ personId, meetingId: null, ...typed }),
    announces: t('privateWords.story.saved'),
    onClose: onDone,
    onCancel: 'drop',
    keys: { send: t('privateWords.story.right'), close: t('privateWords.story.leave') },
  })
  if (!form.ready) return <Loading>{t('privateWords.story.loading')}</Loading>
  return (
    <form className={css.form} aria-label={t('privateWords.story.title')} {...form.props}>
      {PARTS.map((part, index) => (
        <Field
          key={part}
          label={t(`privateWords.story.${part}`)}
          rows={5}
          value={form.values[part]}
          autoFocus={index === 0}
          error={form.error(part)}
          onChange={(text) => form.change({ [part]: text })}
        />
      ))}
      <p className="second">{t('privateWords.story.read')}</p>
      <FormButtons
        form={form}
        send={t('privateWords.story.right')}
        sendKeys="Ctrl Enter"
        cancel={t('privateWords.story.leave')}
        look="plain"
      />
    </form>
  )
}

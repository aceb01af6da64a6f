import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, useCall, useMinute, useZone } from '../../../office'
import { announce, Button, Icon, useCommands } from '../../../ui'
import { TextPart } from './TextPart'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** Situation and background, written once; the person says when it is right, and later meetings begin with it (M5). */
export function StoryPart({ field }: { readonly field: 'situation' | 'background' }) {
  const { t } = useTranslation()
  const { view, texts, writePending: settle } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('story.approve')
  const [failure, setFailure] = useState<Failure | null>(null)
  const { story } = view
  const situation = texts.of('situation')
  const background = texts.of('background')
  const written = situation.trim() !== '' || background.trim() !== ''
  const current = story?.current === true
  const mayApprove = written && !current && view.withoutHer === null
  const approve = async () => {
    if (!(await settle())) return
    const answer = await send({ personId: view.personId, meetingId: view.id, situation, background })
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) announce(t('meeting.steps.story.noted'))
  }
  useCommands(mayApprove ? [{ id: 'call-story', label: t('meeting.steps.story.approve'), keys: 'Alt R', run: () => void approve() }] : [])
  return (
    <>
      <TextPart field={field} />
      <div className={css.approve}>
        <p className={`second ${css.marked}`}>
          {current && <Icon name="confirmed" className="is-confirmed" />}
          {story === null
            ? t('meeting.steps.story.none')
            : current
              ? t('meeting.steps.story.approved', { when: formatDayAndTime(story.approvedAt, now, zone) })
              : t('meeting.steps.story.stale')}
        </p>
        {mayApprove && (
          <Button keys="Alt R" busy={sending} onPress={() => void approve()}>
            {t('meeting.steps.story.approve')}
          </Button>
        )}
      </div>
      <FailureLine failure={failure} />
    </>
  )
}

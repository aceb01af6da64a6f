import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingText } from '#shared/domain/meeting/meeting'
import { Button, Icon, type KeyName } from '../../../ui'
import { findParticipantName } from '../people/presence'
import { listWithoutRelease, useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

interface Props {
  readonly field: MeetingText
  readonly label: string
  readonly rows: number
  readonly className?: string | undefined
  readonly placeholder?: string
  readonly id?: string
  /** The words on the button that opens it while it is covered, and its key. */
  readonly keys?: KeyName
  /** One line is enough: the reason stands in the step as well. */
  readonly brief?: boolean
  /** Counts up when F8 was pressed: the text is then uncovered for writing. */
  readonly called?: number
}

/**
 * A text about the person. While a participant without a release is on the line it is hidden, with the reason and what to do. The worker
 * who has to write uncovers it for as long as the cursor stays in it: telling is blocked, never recording (R1).
 */
export function HiddenText({ field, label, rows, className, placeholder, id: given, keys, brief = false, called = 0 }: Props) {
  const { t } = useTranslation()
  const { texts, isHidden, view } = useMeetingSession()
  const own = useId()
  const id = given ?? own
  const place = useRef<HTMLTextAreaElement>(null)
  const [writing, setWriting] = useState(false)
  useEffect(() => {
    // It is hidden at the moment a participant must not hear it, wherever the cursor is (R2).
    if (isHidden) setWriting(false)
  }, [isHidden])
  useEffect(() => {
    if (called > 0) setWriting(true)
  }, [called])
  useEffect(() => {
    if (isHidden && writing) place.current?.focus()
  }, [isHidden, writing])
  if (isHidden && !writing) {
    const who = listWithoutRelease(view)
    return (
      <div className={brief ? `${css.hiddenText} ${css.brief}` : css.hiddenText} role="note">
        <Icon name="stopline" />
        <div>
          <p>
            <b>
              <bdi dir="auto">
                {brief
                  ? t('meeting.cover.brief', { who: who.map(({ no }) => findParticipantName(view, no)).join(', ') })
                  : t('meeting.cover.title', { count: who.length, who: who.map(({ no }) => findParticipantName(view, no)).join(', ') })}
              </bdi>
            </b>
          </p>
          {!brief && <p>{t('meeting.cover.what', { keys: who.map(({ no }) => `Alt ${no}`).join(', ') })}</p>}
          <p className="acts">
            <Button {...(keys ? { keys } : {})} onPress={() => setWriting(true)}>
              {t('meeting.cover.write')}
            </Button>
          </p>
        </div>
      </div>
    )
  }
  return (
    <>
      <textarea
        id={id}
        ref={place}
        className={className ?? 'input'}
        aria-label={label}
        rows={rows}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        {...(placeholder ? { placeholder } : {})}
        {...(isHidden ? { 'aria-describedby': `${id}c` } : {})}
        value={texts.of(field)}
        onChange={(event) => texts.write(field, event.target.value)}
        onBlur={() => {
          texts.leave(field)
          setWriting(false)
        }}
      />
      {isHidden && (
        <p className="second" id={`${id}c`}>
          {t('meeting.cover.again')}
        </p>
      )}
    </>
  )
}

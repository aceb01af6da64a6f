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
  /** Counts up: F8 was pressed, so it is written in all the same. */
  readonly called?: number
}

/**
 * What is typed of her. R1: while somebody without a release is on the line it is covered with the reason and what to do; whoever
 * has to write uncovers it for as long as the cursor stays in it, because the share is blocked, never the saving.
 */
export function CoveredText({ field, label, rows, className, placeholder, id: given, keys, brief = false, called = 0 }: Props) {
  const { t } = useTranslation()
  const { texts, covered, view } = useMeetingSession()
  const own = useId()
  const id = given ?? own
  const place = useRef<HTMLTextAreaElement>(null)
  const [writing, setWriting] = useState(false)
  useEffect(() => {
    // R2: at the very moment somebody must not hear it, wherever the cursor is.
    if (covered) setWriting(false)
  }, [covered])
  useEffect(() => {
    if (called > 0) setWriting(true)
  }, [called])
  useEffect(() => {
    if (covered && writing) place.current?.focus()
  }, [covered, writing])
  if (covered && !writing) {
    const who = listWithoutRelease(view)
    return (
      <div className={brief ? `${css.cover} ${css.brief}` : css.cover} role="note">
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
        {...(covered ? { 'aria-describedby': `${id}c` } : {})}
        value={texts.of(field)}
        onChange={(event) => texts.write(field, event.target.value)}
        onBlur={() => {
          texts.leave(field)
          setWriting(false)
        }}
      />
      {covered && (
        <p className="second" id={`${id}c`}>
          {t('meeting.cover.again')}
        </p>
      )}
    </>
  )
}

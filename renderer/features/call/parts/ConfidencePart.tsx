import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices, Field, useCommands } from '../../../ui'
import { useFieldCommand, useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

const SCORES = ['1', '2', '3', '4', '5'] as const
type Score = 1 | 2 | 3 | 4 | 5

/** How confident the person is to go on alone, 1 to 5, and their own words. */
export function ConfidencePart() {
  const { t } = useTranslation()
  const { view, sendCommand: act, partialText: half } = useMeetingSession()
  const said = view.confidence
  const score = said?.score
  const save = useCallback(
    // The words wait for the number: one without the other is not an answer yet.
    async (words: string) => score !== undefined && act({ kind: 'confidence', score, words }),
    [act, score],
  )
  const words = useFieldCommand('confidence', said?.words ?? '', save)
  const say = (value: string) =>
    void act({ kind: 'confidence', score: Number(value) as Score, words: half('confidence') ?? said?.words ?? '' })
  const asked = view.withoutHer === null
  useCommands(
    asked
      ? SCORES.map((key) => ({
          id: `call-sure-${key}`,
          label: t('meeting.steps.confident.key', { score: key }),
          keys: key,
          run: () => say(key),
        }))
      : [],
  )
  if (!asked) return null
  return (
    <div className={`stack ${css.answer}`}>
      <Choices
        label={t('meeting.steps.confident.label')}
        value={said ? (String(said.score) as (typeof SCORES)[number]) : null}
        options={SCORES.map((value) => ({ value, label: value }))}
        onChange={say}
      />
      <Field label={t('meeting.steps.confident.words')} rows={2} {...words} />
    </div>
  )
}

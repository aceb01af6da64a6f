import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PAPER_STATES } from '#shared/domain/meeting/meeting'
import { Button, Choices, Field, Name } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

const WAYS = ['give', 'ask'] as const

/** Papers to give and to ask for: names only, no file is stored. */
export function PapersPart() {
  const { t } = useTranslation()
  const { view, sendCommand: act, partialText: half, setPartialText: setHalf } = useMeetingSession()
  const [direction, setDirection] = useState<(typeof WAYS)[number]>('give')
  const [needed, setNeeded] = useState(false)
  const name = half('paper') ?? ''
  const add = async () => {
    setNeeded(name.trim() === '')
    if (name.trim() === '') return
    if (await act({ kind: 'set_paper', no: null, name, direction, state: 'open' })) setHalf('paper', null)
  }
  return (
    <div className={`stack ${css.answer}`}>
      {view.papers.length > 0 && (
        <ul className={css.papers} aria-label={t('meeting.steps.paper.list')}>
          {view.papers.map((paper) => (
            <li key={paper.no}>
              <span>
                <Name strong>{paper.name}</Name> <span className="second">{t(`meeting.steps.paper.${paper.direction}`)}</span>
              </span>
              <Choices
                label={t('meeting.steps.paper.state', { name: paper.name })}
                quietLabel
                look="tight"
                value={paper.state}
                options={PAPER_STATES.map((value) => ({ value, label: t(`meeting.steps.paper.${value}`) }))}
                onChange={(state) => void act({ kind: 'set_paper', no: paper.no, name: paper.name, direction: paper.direction, state })}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className={css.addLine}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <div data-first>
          <Field
            label={t('meeting.steps.paper.name')}
            value={name}
            error={needed && name.trim() === '' ? t('meeting.steps.paper.needed') : undefined}
            onChange={(text) => setHalf('paper', text)}
          />
        </div>
        <Choices
          label={t('meeting.steps.paper.direction')}
          value={direction}
          options={WAYS.map((value) => ({ value, label: t(`meeting.steps.paper.${value}`) }))}
          onChange={setDirection}
        />
        <Button type="submit" keys="Enter">
          {t('meeting.steps.paper.add')}
        </Button>
      </form>
    </div>
  )
}

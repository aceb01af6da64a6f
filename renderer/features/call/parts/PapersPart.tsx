import { useTranslation } from 'react-i18next'
import { PAPER_STATES } from '#shared/domain/meeting/meeting'
import { useForm } from '../../../office'
import { FormButtons, Name } from '../../../components'
import { Choices, Field } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

const WAYS = ['give', 'ask'] as const

/** Papers to give and to ask for: names only, no file is stored. */
export function PapersPart() {
  const { t } = useTranslation()
  const { view, execute, sendCommand: act } = useMeetingSession()
  const form = useForm({
    id: 'paper',
    of: view.id,
    initial: { name: '', direction: 'give' as (typeof WAYS)[number] },
    validate: ({ name }) => ({ name: name.trim() === '' && t('meeting.steps.paper.needed') }),
    send: ({ name, direction }) => execute({ kind: 'set_paper', no: null, name, direction, state: 'open' }),
  })
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
      <form className={css.addLine} {...form.props}>
        <div data-first>
          <Field
            label={t('meeting.steps.paper.name')}
            value={form.values.name}
            error={form.error('name')}
            onChange={(name) => form.change({ name })}
          />
        </div>
        <Choices
          label={t('meeting.steps.paper.direction')}
          value={form.values.direction}
          options={WAYS.map((value) => ({ value, label: t(`meeting.steps.paper.${value}`) }))}
          onChange={(direction) => form.change({ direction })}
        />
        <FormButtons form={form} send={t('meeting.steps.paper.add')} look="plain" flush />
      </form>
    </div>
  )
}

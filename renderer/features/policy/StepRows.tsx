import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerStatus } from '../../components'
import { announce, Button, Checkbox, Field } from '../../ui'
import { moveStep, addStep, type TypedStep } from './meeting-steps'
import css from './policy.module.css'

interface Props {
  /** 'Before', 'During', 'After'. */
  readonly label: string
  readonly steps: readonly TypedStep[]
  /** Null for a reader. */
  readonly onChange: ((steps: readonly TypedStep[]) => void) | null
  readonly error: string | undefined
  readonly hint: string | undefined
}

/** The steps of a meeting in their order: reworded, required or not, moved, added, removed (section 7). */
export function StepRows({ label, steps, onChange, error, hint }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  // A moved step keeps the focus, so that it can be moved again.
  const [goTo, setGoTo] = useState<{ readonly nth: number; readonly find: readonly string[] } | null>(null)
  useEffect(() => {
    if (goTo === null) return
    const line = list.current?.children[goTo.nth]
    const found = goTo.find.map((one) => line?.querySelector<HTMLElement>(one)).find(Boolean)
    ;(found ?? list.current?.parentElement?.querySelector<HTMLElement>(`:scope > button`))?.focus()
  }, [goTo])
  if (onChange === null)
    return (
      <ol className={css['steps']}>
        {steps.map(({ no, text, required }) => (
          <li key={no}>
            <bdi dir="auto">{text}</bdi> {required && <span className="second">({t('policy.step.required')})</span>}
          </li>
        ))}
      </ol>
    )
  const change = (no: number, part: Partial<TypedStep>) => onChange(steps.map((step) => (step.no === no ? { ...step, ...part } : step)))
  const move = (no: number, nth: number, by: -1 | 1) => {
    onChange(moveStep(steps, no, by))
    const same = by < 0 ? '.up' : '.down'
    setGoTo({ nth: nth + by, find: [same, same === '.up' ? '.down' : '.up'] })
    announce(t('policy.step.at', { nth: nth + by + 1, of: steps.length }))
  }
  const remove = (no: number, nth: number) => {
    onChange(steps.filter((step) => step.no !== no))
    setGoTo({ nth: Math.min(nth, steps.length - 2), find: ['textarea'] })
    announce(t('policy.step.gone'))
  }
  return (
    <>
      {error && <p className="error">{error}</p>}
      {hint && <p className="second">{hint}</p>}
      <ol className={css['steps']} ref={list} aria-label={label}>
        {steps.map(({ no, text, required }, at) => {
          const nth = at + 1
          return (
            <li key={no} className={css['step']}>
              <Field
                label={t('policy.step.label', { label, nth })}
                quietLabel
                rows={1}
                value={text}
                onChange={(next) => change(no, { text: next.replace(/[\r\n]+/g, ' ') })}
              />
              <Checkbox on={required} onChange={(next) => change(no, { required: next })}>
                <AnswerStatus word={t('policy.step.required')} subject={t('policy.step.label', { label, nth })} />
              </Checkbox>
              <span className={css['moves']}>
                {at > 0 && (
                  <Button icon="up" className="up" label={t('policy.step.up', { label, nth })} onPress={() => move(no, at, -1)}>
                    {''}
                  </Button>
                )}
                {nth < steps.length && (
                  <Button icon="down" className="down" label={t('policy.step.down', { label, nth })} onPress={() => move(no, at, 1)}>
                    {''}
                  </Button>
                )}
                <Button icon="close" label={t('policy.step.remove', { label, nth })} onPress={() => remove(no, at)}>
                  {''}
                </Button>
              </span>
            </li>
          )
        })}
      </ol>
      <Button
        icon="plus"
        onPress={() => {
          onChange(addStep(steps))
          setGoTo({ nth: steps.length, find: ['textarea'] })
        }}
      >
        <AnswerStatus word={t('policy.step.add')} subject={label} />
      </Button>
    </>
  )
}

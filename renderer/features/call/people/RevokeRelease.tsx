import { createContext, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureLine } from '../../../office'
import { Button, numberKey, useCommands } from '../../../ui'
import { useActiveReleases } from './use-active-releases'
import css from '../call.module.css'

/** Opens the question, for a button inside a step. */
export const TakeBackContext = createContext<() => void>(() => undefined)

/** R2: asks whether the person takes a release back, and which one; a digit does it. It cannot be undone. */
export function RevokeRelease({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { active, takeBack, failure } = useActiveReleases()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const choose = (release: (typeof active)[number]) => void takeBack(release).then((done) => done && onDone())
  useCommands(
    active.slice(0, 9).map((release, index) => ({
      id: `call-take-back-${index}`,
      label: t('meeting.steps.share.takeBackFrom', { who: release.organisation }),
      keys: numberKey(index + 1),
      run: () => choose(release),
    })),
  )
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(`meeting.steps.share.${active.length === 0 ? 'noneActive' : active.length === 1 ? 'sure' : 'which'}`)}
      </h1>
      {active.length > 0 && <p>{t('meeting.steps.share.sureSay')}</p>}
      <ol className={css.missing}>
        {active.map((release, index) => (
          <li key={release.id}>
            <span aria-hidden="true">{index + 1}</span>
            <Button look="bare" {...(index < 9 ? { keys: numberKey(index + 1) } : {})} onPress={() => choose(release)}>
              {t('meeting.steps.share.takeBackFrom', { who: release.organisation })}
            </Button>
          </li>
        ))}
      </ol>
      <FailureLine failure={failure} />
      <p className={`acts ${css.go}`}>
        <Button look="do" size="big" keys="Esc" onPress={onDone}>
          {t('meeting.goBack')}
        </Button>
      </p>
    </>
  )
}

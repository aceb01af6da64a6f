import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { describeFailure, useOffice } from '../../office'
import { Button, EmptyState, Loading, useCommands } from '../../ui'
import { BounceForm } from './BounceForm'
import { AttemptsSoFar } from './AttemptsSoFar'

/** The page `#/handoffs/:id/bounce`: a worker records a bounce, never the clock (C6). */
export function BouncePage() {
  const { t } = useTranslation()
  const { id } = useParams<{ id: string }>()
  const [, go] = useLocation()
  const { value: record, failure } = useOffice('handoff.read', { id })
  const back = () => go(`/handoffs/${id}`)
  useCommands([{ id: 'bounce-back', label: t('bounce.notNow'), keys: 'Esc', run: back }])
  const refused =
    record &&
    (record.closed || record.enteredInError
      ? t('bounce.closed')
      : record.bounces.some((one) => one.settledAt === null)
        ? t('bounce.open')
        : null)
  if (!record || refused) {
    return (
      <main id="main" className="main states">
        <h1 className="hidden">{t('bounce.title')}</h1>
        {failure ? (
          <EmptyState title={describeFailure(t, failure)} />
        ) : refused ? (
          <EmptyState
            title={refused}
            action={
              <Button look="do" onPress={back}>
                {t('bounce.back')}
              </Button>
            }
          />
        ) : (
          <Loading>{t('record.loading')}</Loading>
        )}
      </main>
    )
  }
  return (
    <main id="main" className="main form-split">
      <BounceForm record={record} onDone={back} />
      <AttemptsSoFar record={record} />
    </main>
  )
}

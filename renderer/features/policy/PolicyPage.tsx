import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { describeFailure, useOffice, useOfficeState } from '../../office'
import { EmptyState, Loading } from '../../ui'
import { OfficeStandardForm, type PolicyPart } from './OfficeStandardForm'
import { SourceStandardForm } from './SourceStandardForm'

/** The pages '#/settings/policy': the contact standard (C2, C3, C5) and its past; '…/<partner id>': one source's own. */
export const PolicyPage = () => <OpenPolicy part="standard" />

/** The page '#/settings/meeting-steps': the steps of a meeting, which are a part of the policy (section 7). */
export const MeetingStepsPage = () => <OpenPolicy part="steps" />

function OpenPolicy({ part }: { readonly part: PolicyPart }) {
  const { t } = useTranslation()
  const { partner } = useParams<{ partner?: string }>()
  const read = useOffice('policy.read', {})
  const partners = useOffice('partner.list', {}, { enabled: partner !== undefined })
  const roles = useOfficeState()?.me?.roles ?? []
  // After a save the form begins again with the current values.
  const [round, setRound] = useState(0)
  const failure = read.failure ?? partners.failure
  const source = partners.value?.find(({ id }) => id === partner)
  const current = read.value?.versions.find(({ state }) => state === 'current')
  const rights = {
    mayChange: roles.includes('workflow_owner'),
    mayPreview: roles.some((role) => role === 'workflow_owner' || role === 'supervisor' || role === 'director'),
  }
  if (read.value && current && partner === undefined)
    return (
      <OfficeStandardForm
        key={`${round} ${read.value.versions.length}`}
        part={part}
        policies={read.value}
        current={current}
        {...rights}
        onSaved={() => setRound(round + 1)}
      />
    )
  if (read.value && current && source)
    return (
      <SourceStandardForm
        key={`${round} ${source.id} ${source.standards.length}`}
        policies={read.value}
        current={current}
        source={source}
        {...rights}
        onSaved={() => setRound(round + 1)}
      />
    )
  return (
    <div className="states-pad">
      <h1 className="hidden">{t(part === 'steps' ? 'settings.nav.meetingSteps' : 'policy.title')}</h1>
      {failure ? (
        <EmptyState title={describeFailure(t, failure)} />
      ) : partner !== undefined && partners.value ? (
        <EmptyState title={t('failure.refused.no_such_partner')} />
      ) : (
        <Loading>{t('policy.loading')}</Loading>
      )}
    </div>
  )
}

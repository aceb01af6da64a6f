import type { StepView } from '../steps/step-words'
import { ConfidencePart } from './ConfidencePart'
import { NextMeetingPart } from './NextMeetingPart'
import { PapersPart } from './PapersPart'
import { PermissionPart } from './PermissionPart'
import { PlanPart } from './PlanPart'
import { ReleasePart } from './ReleasePart'
import { RetellingsPart } from './RetellingsPart'
import { RisksPart } from './RisksPart'
import { StoryPart } from './StoryPart'
import { TextPart } from './TextPart'
import { DisclosuresPart } from './DisclosuresPart'
import { UnderstandingPart } from './UnderstandingPart'
import { WayBackPart } from './WayBackPart'
import { ParticipantsPane } from '../people/ParticipantsPane'

/** The content beneath a step's words; a step that the shelter added is a checkbox. */
export function StepPart({ step }: { readonly step: StepView }) {
  switch (step.does) {
    case 'check':
      return null
    case 'way_back':
      return <WayBackPart />
    case 'introduce':
      return <ParticipantsPane />
    case 'situation':
    case 'background':
      return <StoryPart field={step.does} />
    case 'questions_1':
    case 'questions_2':
      return <TextPart field={step.does} />
    case 'plan':
      return <PlanPart />
    case 'understanding':
      return <UnderstandingPart />
    case 'risks':
      return <RisksPart />
    case 'papers':
      return <PapersPart />
    case 'confidence':
      return <ConfidencePart />
    case 'retold':
      return <RetellingsPart />
    case 'next_meeting':
      return <NextMeetingPart />
    case 'permission':
      return <PermissionPart />
    case 'release':
      return <ReleasePart />
    case 'told':
      return <DisclosuresPart />
  }
}

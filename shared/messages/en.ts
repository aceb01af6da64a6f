import { access } from './en/access'
import { accompaniment } from './en/accompaniment'
import { alerts } from './en/alerts'
import { away } from './en/absence'
import { board } from './en/board'
import { activityLog } from './en/audit-log'
import { bounce } from './en/bounce'
import { choose } from './en/choose-passphrase'
import { dates } from './en/dates'
import { personAnswers } from './en/person-answers'
import { failure } from './en/failure'
import { feedback } from './en/feedback'
import { fields } from './en/fields'
import { frame } from './en/frame'
import { clientSummary } from './en/client-summary'
import { hours } from './en/hours'
import { createHandoff } from './en/create-handoff'
import { privateWords } from './en/withheld'
import { keys } from './en/keys'
import { meeting } from './en/meeting'
import { meetings } from './en/meetings'
import { mine } from './en/own-passphrase'
import { notices } from './en/notices'
import { overrides } from './en/overrides'
import { partners } from './en/partners'
import { people } from './en/people'
import { plan } from './en/contact-plan'
import { reasons } from './en/reasons'
import { releasePaper } from './en/release-paper'
import { policy } from './en/policy'
import { releases } from './en/releases'
import { record } from './en/record'
import { settings } from './en/settings'
import { setup, start } from './en/setup'
import { signin } from './en/signin'
import { staff } from './en/staff'
import { handoffState } from './en/handoff-state'
import { stay } from './en/stay'
import { vocabulary } from './en/vocabulary'
import { word } from './en/domain-words'
import { wording } from './en/wording'

/**
 * Everything that the screens say, in English: the source. One file a feature in `en/`, merged here; another language
 * `satisfies Messages`. Plurals end in `_one` and `_other`, values stand in `{{…}}`.
 */
export const en = {
  access,
  accompaniment,
  alerts,
  away,
  board,
  choose,
  activityLog,
  dates,
  frame,
  clientSummary,
  hours,
  createHandoff,
  meeting,
  meetings,
  mine,
  notices,
  releases,
  privateWords,
  keys,
  overrides,
  partners,
  people,
  plan,
  policy,
  settings,
  personAnswers,
  failure,
  feedback,
  fields,
  reasons,
  releasePaper,
  start,
  setup,
  signin,
  word,
  wording,
  staff,
  handoffState,
  stay,
  bounce,
  record,
  vocabulary,
} as const

type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> }
export type Messages = Wording<typeof en>

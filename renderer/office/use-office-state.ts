import type { OfficeState } from '#shared/contract/office/session'
import { useOffice } from './use-office'

/** Reads the office's own state: stage, time, who is signed in. Undefined until the first answer. */
export const useOfficeState = (): OfficeState | undefined => useOffice('office.state', {}).value

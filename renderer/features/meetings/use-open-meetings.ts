import { useOffice } from '../../office'

/** How many meetings are open, for the rail; nothing where none is. */
export const useOpenMeetingCount = (): number | undefined => useOffice('meeting.list', {}).value?.open.length || undefined
